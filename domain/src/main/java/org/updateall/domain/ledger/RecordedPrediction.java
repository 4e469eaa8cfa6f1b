package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;

/**
 * What a ledger keeps of one prediction.
 *
 * @param plugin of which plugin; absent for the total of all plugins of the run of which this
 *     target was predicted
 * @param target which target
 * @param point the median
 * @param interval the bounds, with the nominal level that was asked for
 * @param outline the distribution as a whole
 * @param basis what the figure rested on; that of a total is the weakest of its parts
 * @param intervalBasis what the bounds rested on; those of a total on the weakest of its parts
 * @param model the name of the model; absent without one, and for a total
 * @param runs how many runs it rested on; for a total, those of the part with the fewest
 * @param scores how many past one-step errors the interval rested on; for a total likewise
 */
public record RecordedPrediction(
    @Nullable PluginName plugin,
    Target target,
    double point,
    PredictionInterval interval,
    QuantileOutline outline,
    Basis basis,
    IntervalBasis intervalBasis,
    @Nullable String model,
    int runs,
    int scores) {

  /**
   * @throws IllegalArgumentException if the point is negative or not finite, or a count is negative
   */
  public RecordedPrediction {
    requireNonNull(target, "target");
    requireNonNull(interval, "interval");
    requireNonNull(outline, "outline");
    requireNonNull(basis, "basis");
    requireNonNull(intervalBasis, "intervalBasis");
    if (!(point >= 0) || Double.isInfinite(point)) {
      throw new IllegalArgumentException("a point must be finite and not negative: " + point);
    }
    if (runs < 0 || scores < 0) {
      throw new IllegalArgumentException("a count is negative: %d, %d".formatted(runs, scores));
    }
  }

  /**
   * A prediction with its interval of that level.
   *
   * @throws IllegalArgumentException if no interval of that level is known
   */
  public static RecordedPrediction of(Prediction prediction, double level) {
    return new RecordedPrediction(
        prediction.key().plugin(),
        prediction.key().target(),
        prediction.point(),
        prediction.interval(level),
        QuantileOutline.of(prediction.distribution()),
        prediction.basis(),
        prediction.intervalBasis(level),
        prediction.model(),
        prediction.runs(),
        prediction.scores());
  }

  /**
   * A total with its interval of that level.
   *
   * @param parts the predictions that it is made of
   * @throws IllegalArgumentException if there is no part, or no interval of that level is known
   */
  public static RecordedPrediction of(
      TotalPrediction total, double level, Collection<Prediction> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a total without parts");
    }
    return new RecordedPrediction(
        null,
        total.target(),
        total.point(),
        total.interval(level),
        QuantileOutline.of(total.distribution()),
        parts.stream().map(Prediction::basis).max(Comparator.naturalOrder()).orElseThrow(),
        parts.stream()
            .map(part -> part.intervalBasis(level))
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        null,
        parts.stream().mapToInt(Prediction::runs).min().orElseThrow(),
        parts.stream().mapToInt(Prediction::scores).min().orElseThrow());
  }

  /** Whether it is of all plugins together. */
  public boolean isTotal() {
    return plugin == null;
  }
}
