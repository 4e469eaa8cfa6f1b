package org.updateall.modeling;

import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.Explanation.CovariateEffect;
import org.updateall.domain.forecast.Explanation.MemberShare;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.modeling.forecast.ForecasterState;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.interval.EarlyErrors;
import org.updateall.modeling.interval.Levels;
import org.updateall.modeling.interval.ReferenceErrors;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.preparation.SeriesConversion;

/** A kept model, ready to predict. Safe for use by several threads. */
final class OpenedModel {

  private final TrainedModel model;
  private final ModelDocument document;
  private final PrequentialForecaster forecaster;
  private final @Nullable PrequentialForecaster unaware;

  private OpenedModel(
      TrainedModel model,
      ModelDocument document,
      PrequentialForecaster forecaster,
      @Nullable PrequentialForecaster unaware) {
    this.model = model;
    this.document = document;
    this.forecaster = forecaster;
    this.unaware = unaware;
  }

  static Either<ModelUnreadable, OpenedModel> of(TrainedModel model, ModelDocument document) {
    try {
      ForecasterState plain = document.unaware();
      ReferenceErrors reference = EarlyErrors.orShipped(document.early());
      return Either.right(
          new OpenedModel(
              model,
              document,
              PrequentialForecaster.of(document.state(), reference),
              plain == null ? null : PrequentialForecaster.of(plain, reference)));
    } catch (IllegalArgumentException damaged) {
      return Either.left(new ModelUnreadable("the kept model is damaged: " + damaged.getMessage()));
    }
  }

  TrainedModel model() {
    return model;
  }

  ModelDocument document() {
    return document;
  }

  /** Refused if what is finite by itself leads beyond the numbers, or there is not one error. */
  synchronized Either<ModelUnreadable, Prediction> predict(Upcoming next) {
    PrequentialForecaster used = used(next);
    double[][] steps = used.quantiles(occasions(used, next, next.known()));
    double[] quantiles = steps[steps.length - 1];
    return used.scores() > 0 && Arrays.stream(quantiles).allMatch(Double::isFinite)
        ? Either.right(prediction(PredictiveDistribution.of(quantiles), used.scores()))
        : Either.left(new ModelUnreadable("the kept model gives no figures"));
  }

  /** That which has learned without covariates, if none of them is known of the run. */
  private PrequentialForecaster used(Upcoming next) {
    boolean known = !next.known().only(document.covariates()).values().isEmpty();
    return unaware == null || known ? forecaster : unaware;
  }

  private Prediction prediction(PredictiveDistribution distribution, int scores) {
    return new Prediction(
        model.key(),
        distribution.median(),
        distribution,
        Basis.MODEL,
        model.provenance().family(),
        document.runs(),
        scores,
        IntervalKinds.method(forecaster.recipe().intervals()),
        document.early() != null);
  }

  /** Those up to the one asked about: only of that one is anything known. */
  private List<Occasion> occasions(PrequentialForecaster used, Upcoming next, Covariates known) {
    SeriesConversion conversion = document.conversion();
    List<Occasion> occasions = new ArrayList<>();
    for (Occasion expected : forecaster.expected(next.horizon())) {
      occasions.add(conversion.occasion(expected.time(), Covariates.NONE));
    }
    int last = occasions.size() - 1;
    double expected = occasions.get(last).time();
    Instant stated = next.time();
    double time = stated == null ? expected : conversion.occasion(stated, known).time();
    occasions.set(last, conversion.occasion(time, known));
    return used == forecaster
        ? occasions
        : occasions.stream().map(Occasion::withoutCovariates).toList();
  }

  synchronized Either<ModelUnreadable, Explanation> explain(Upcoming next) {
    return predict(next)
        .map(prediction -> new Explanation(prediction, shares(next), effects(next)));
  }

  private List<MemberShare> shares(Upcoming next) {
    PrequentialForecaster used = used(next);
    List<Occasion> occasions = occasions(used, next, next.known());
    return used.shares(occasions.get(occasions.size() - 1)).stream()
        .map(share -> new MemberShare(named(share.member()), share.weight(), share.forecast()))
        .toList();
  }

  /** With the names of covariates in place of their places. */
  private String named(String member) {
    List<String> names = document.covariates();
    String named = member;
    for (int place = names.size(); place >= 1; place--) {
      named = named.replace("covariate " + place, names.get(place - 1).replace('_', ' '));
    }
    return named;
  }

  private List<CovariateEffect> effects(Upcoming next) {
    List<CovariateEffect> effects = new ArrayList<>();
    Covariates taken = taken(next.known());
    taken
        .values()
        .forEach(
            (name, value) -> {
              double point = point(next, taken);
              double atTwice = point(next, with(taken, name, twice(value)));
              boolean known = next.known().value(name).isDefined();
              effects.add(new CovariateEffect(name, value, known, point, atTwice));
            });
    return effects;
  }

  private static double twice(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, 2 * value));
  }

  private double point(Upcoming next, Covariates known) {
    double[][] steps = forecaster.quantiles(occasions(forecaster, next, known));
    return steps[steps.length - 1][Levels.MEDIAN];
  }

  /** What is known, and of the rest what was last known. */
  private Covariates taken(Covariates known) {
    List<String> names = document.conversion().covariates();
    TreeMap<String, Double> taken = new TreeMap<>();
    for (int place = 0; place < names.size(); place++) {
      double last = forecaster.lastKnown(place);
      if (!Double.isNaN(last)) {
        taken.put(names.get(place), last);
      }
    }
    taken.putAll(known.only(names).values());
    return new Covariates(taken);
  }

  private static Covariates with(Covariates covariates, String name, double value) {
    TreeMap<String, Double> changed = new TreeMap<>(covariates.values());
    changed.put(name, value);
    return new Covariates(changed);
  }
}
