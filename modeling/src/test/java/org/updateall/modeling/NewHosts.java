package org.updateall.modeling;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;

/**
 * What priors of a fleet are worth to new hosts: each host in turn is taken for new, everything of
 * it is left out of the priors, and of pieces of its series the run after them is predicted with
 * and without.
 */
final class NewHosts {

  static final double LEVEL = 0.9;

  private final PriorLearner learner = new PrequentialPriorLearner();
  private final ModelTrainer trainer =
      new PrequentialModelTrainer(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final List<Member> members;
  private final Map<Kind, List<SeriesEvidence>> evidence = new HashMap<>();
  private final Map<Kind, Option<PooledPrior>> pooled = new HashMap<>();

  /**
   * A kind of series, and what is left out of it where one of them is new.
   *
   * @param apart what belongs together: a host, or more than that
   */
  record Kind(String name, String apart) {}

  /**
   * A series of a host.
   *
   * @param group under which it is told
   * @param kinds those that it is of, from the narrowest to the widest
   * @param others the other series of its host
   */
  record Member(
      String group, List<Kind> kinds, TrainingSeries series, List<TrainingSeries> others) {}

  /** What the intervals of some predictions came to, in units of the series' mean. */
  static final class Scores {
    private double score;
    private int inside;
    private int count;

    private void add(Prediction prediction, double value, double unit) {
      PredictionInterval interval = prediction.interval(LEVEL);
      double beyond = Math.max(0, interval.lower() - value) + Math.max(0, value - interval.upper());
      score += (interval.width() + 2 / (1 - LEVEL) * beyond) / unit;
      inside += interval.contains(value) ? 1 : 0;
      count++;
    }

    double mean() {
      return score / count;
    }

    double coverage() {
      return (double) inside / count;
    }
  }

  /** Without and with what the fleet says. */
  record Compared(Scores without, Scores with) {

    Compared() {
      this(new Scores(), new Scores());
    }

    int count() {
      return with.count;
    }

    double ratio() {
      return with.mean() / without.mean();
    }
  }

  NewHosts(List<Member> members) {
    this.members = List.copyOf(members);
    for (Member member : members) {
      learner
          .evidence(member.series, TrainingOptions.defaults())
          .peek(
              said ->
                  member.kinds.forEach(
                      kind -> evidence.computeIfAbsent(kind, k -> new ArrayList<>()).add(said)));
    }
  }

  /**
   * By group.
   *
   * @param runs how many the new hosts have
   * @param windows how many pieces are taken of each series at most
   */
  Map<String, Compared> compared(int runs, int windows) {
    Map<String, Compared> byGroup = new TreeMap<>();
    for (Member member : members) {
      List<Observation> all = member.series.observations();
      int most = Math.min(windows, all.size() / (runs + 1));
      Option<PooledPrior> prior = prior(member);
      for (int window = 0; window < most && prior.isDefined(); window++) {
        int start = (int) ((long) window * (all.size() - runs - 1) / Math.max(1, most - 1));
        Compared compared = byGroup.computeIfAbsent(member.group, group -> new Compared());
        add(compared, member, start, runs, prior.get());
      }
    }
    return byGroup;
  }

  private void add(Compared compared, Member member, int start, int runs, PooledPrior prior) {
    Observation next = member.series.observations().get(start + runs);
    double unit = Arrays.stream(member.series.values()).average().orElseThrow();
    for (boolean with : new boolean[] {false, true}) {
      TrainingOptions options = TrainingOptions.defaults().withPrior(with ? prior : null);
      Prediction prediction = prediction(member, start, runs, options, next);
      (with ? compared.with : compared.without).add(prediction, next.value(), unit);
    }
  }

  private Prediction prediction(
      Member member, int start, int runs, TrainingOptions options, Observation next) {
    TrainingSeries own = piece(member.series, start, runs);
    Option<Training> training = trainer.train(own, options, LEVEL).toOption();
    if (training.isDefined()) {
      Upcoming upcoming = Upcoming.at(next.time(), next.known());
      return trainer.predict(training.get().model(), upcoming).get();
    }
    Kindred kindred =
        new Kindred(
            member.others.stream()
                .filter(other -> other.size() >= start + runs)
                .map(other -> piece(other, start, runs))
                .filter(other -> other.size() > 0)
                .toList());
    return trainer.predictFromFewRuns(own, kindred, options).get();
  }

  private static TrainingSeries piece(TrainingSeries series, int start, int runs) {
    return new TrainingSeries(series.key(), series.observations().subList(start, start + runs), 0);
  }

  /** That of the narrowest kind of which there are enough other hosts. */
  private Option<PooledPrior> prior(Member member) {
    for (Kind kind : member.kinds) {
      Option<PooledPrior> prior = pooled.computeIfAbsent(kind, this::pooled);
      if (prior.isDefined()) {
        return prior;
      }
    }
    return Option.none();
  }

  private Option<PooledPrior> pooled(Kind leftOut) {
    List<SeriesEvidence> rest = new ArrayList<>();
    evidence.forEach(
        (kind, said) -> {
          if (kind.name.equals(leftOut.name) && !kind.apart.equals(leftOut.apart)) {
            rest.addAll(said);
          }
        });
    return learner.pool(rest);
  }

  /** The geometric mean of the ratios of the groups. */
  static double ratio(Map<String, Compared> byGroup) {
    return Math.exp(
        byGroup.values().stream()
            .mapToDouble(each -> Math.log(each.ratio()))
            .average()
            .orElseThrow());
  }

  /** The share of all values inside; without what the fleet says, or with it. */
  static double coverage(Map<String, Compared> byGroup, boolean with) {
    int inside = 0;
    int count = 0;
    for (Compared each : byGroup.values()) {
      Scores scores = with ? each.with : each.without;
      inside += scores.inside;
      count += scores.count;
    }
    return (double) inside / count;
  }
}
