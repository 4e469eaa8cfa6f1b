package org.updateall.modeling;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.modeling.pooling.FirstValues;
import org.updateall.modeling.pooling.HostPrior;
import org.updateall.modeling.pooling.SeriesSummary;
import org.updateall.modeling.preparation.SeriesPreparation;

/**
 * Predicts from too few runs for a model, or from none, with what the other plugins and hosts of
 * the database say; the arithmetic is that of {@link FirstValues}.
 */
final class FewRuns {

  /** The asked plugin's row, and the asked host's column. */
  private static final int ASKED = 0;

  private FewRuns() {}

  /**
   * None if there is neither a run nor another series that says anything.
   *
   * @param fleet what a fleet says; the kindred is not looked at then
   */
  static Option<Prediction> predict(
      TrainingSeries series, Kindred kindred, TrainingOptions options, Option<HostPrior> fleet) {
    SeriesPreparation preparation = new SeriesPreparation(options, 1);
    double[] values = preparation.prepare(series).values();
    double[] levels = PredictiveDistribution.levels();
    return fleet
        .map(prior -> prior.quantiles(values, levels))
        .orElse(() -> among(summaries(series.key(), kindred, preparation), values, levels))
        .map(PredictiveDistribution::of)
        .map(distribution -> prediction(series.key(), distribution, values.length))
        .map(prediction -> fleet.isDefined() ? prediction.informedByFleet() : prediction);
  }

  private static Option<double[]> among(
      List<SeriesSummary> others, double[] values, double[] levels) {
    return FirstValues.among(others, ASKED, ASKED).quantiles(values, levels);
  }

  /**
   * From these values alone.
   *
   * @param values at least one
   */
  static PredictiveDistribution alone(double[] values) {
    return FirstValues.alone()
        .quantiles(values, PredictiveDistribution.levels())
        .map(PredictiveDistribution::of)
        .getOrElseThrow(() -> new IllegalArgumentException("there is no value"));
  }

  private static Prediction prediction(
      SeriesKey key, PredictiveDistribution distribution, int runs) {
    Basis basis = runs == 0 ? Basis.PRIOR : Basis.FEW_RUNS;
    return new Prediction(key, distribution.median(), distribution, basis, null, runs, 0);
  }

  private static List<SeriesSummary> summaries(
      SeriesKey asked, Kindred kindred, SeriesPreparation preparation) {
    Map<Object, Integer> rows = new HashMap<>(Map.of(asked.plugin(), ASKED));
    Map<Object, Integer> columns = new HashMap<>(Map.of(asked.host(), ASKED));
    List<SeriesSummary> summaries = new ArrayList<>();
    for (TrainingSeries other : kindred.series()) {
      SeriesKey key = other.key();
      SeriesSummary.of(
              number(rows, key.plugin()),
              number(columns, key.host()),
              preparation.prepare(other).values())
          .peek(summaries::add);
    }
    return summaries;
  }

  private static int number(Map<Object, Integer> numbers, Object name) {
    numbers.putIfAbsent(name, numbers.size());
    return Objects.requireNonNull(numbers.get(name));
  }
}
