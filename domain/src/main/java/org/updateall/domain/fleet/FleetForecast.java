package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What is forecast of one target of a plugin's next run on one host, as the table {@code forecasts}
 * has it. The components are the columns, in their order, with names in snake case.
 *
 * @param host which host
 * @param operatingSystem as {@link HostProfile#operatingSystem()}
 * @param sizeClass wire name of {@link HostProfile#size()}
 * @param pluginName which plugin
 * @param target wire name of the target, with its unit
 * @param runs how many runs it rests on
 * @param lastRun when the last of them began; absent without any
 * @param lastValue what that came to; absent without any
 * @param basis wire name of what it rests on
 * @param model the name of the model; absent without one
 * @param point the median
 * @param lower the lower bound
 * @param upper the upper bound
 * @param level nominal level of the bounds
 * @param quantiles at {@link PredictiveDistribution#levels()}
 */
public record FleetForecast(
    String host,
    String operatingSystem,
    String sizeClass,
    String pluginName,
    String target,
    int runs,
    @Nullable Instant lastRun,
    @Nullable Double lastValue,
    String basis,
    @Nullable String model,
    double point,
    double lower,
    double upper,
    double level,
    List<Double> quantiles) {

  /** The name of the table. */
  public static final String TABLE = "forecasts";

  /** By host, plugin and target. */
  public static final Comparator<FleetForecast> ORDER =
      Comparator.comparing(FleetForecast::host)
          .thenComparing(FleetForecast::pluginName)
          .thenComparing(FleetForecast::target);

  /**
   * @throws IllegalArgumentException if the quantiles are none of a distribution
   */
  public FleetForecast {
    requireNonNull(host, "host");
    requireNonNull(operatingSystem, "operatingSystem");
    requireNonNull(sizeClass, "sizeClass");
    requireNonNull(pluginName, "pluginName");
    requireNonNull(target, "target");
    requireNonNull(basis, "basis");
    quantiles = List.copyOf(quantiles);
    PredictiveDistribution unused = distribution(quantiles);
  }

  /**
   * What that prediction says of the series.
   *
   * @param level of the bounds
   * @throws IllegalArgumentException if no interval of that level is known
   */
  public static FleetForecast of(FleetSeries series, Prediction prediction, double level) {
    List<Observation> observations = series.series().observations();
    Observation last = observations.isEmpty() ? null : observations.get(observations.size() - 1);
    PredictionInterval interval = prediction.interval(level);
    return new FleetForecast(
        requireNonNull(series.key().host().hostname(), "host"),
        series.profile().operatingSystem(),
        series.profile().size().wireName(),
        series.key().plugin().value(),
        series.key().target().wireName(),
        prediction.runs(),
        last == null ? null : last.time(),
        last == null ? null : last.value(),
        prediction.basis().wireName(),
        prediction.model(),
        prediction.point(),
        interval.lower(),
        interval.upper(),
        level,
        Arrays.stream(prediction.distribution().quantiles()).boxed().toList());
  }

  /** What is believed of the coming value. */
  public PredictiveDistribution distribution() {
    return distribution(quantiles);
  }

  private static PredictiveDistribution distribution(List<Double> quantiles) {
    return PredictiveDistribution.of(quantiles.stream().mapToDouble(each -> each).toArray());
  }
}
