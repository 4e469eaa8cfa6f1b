package org.updateall.modeling.combination;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.PowerScale;

/**
 * All that a pool remembers: plain values that can be stored and read back.
 *
 * @param scale on which forecasts are combined
 * @param early the first positive values, at most five, by which the scale is settled
 * @param seen how many values were observed
 * @param values the newest 400 of them on that scale, oldest first
 * @param times when they came, in seconds by the local clock
 * @param covariates of each of their occasions
 * @param members the states of the members, by name
 * @param steps the discounted number of steps judged
 * @param losses the discounted sums of losses, by member
 * @param squares the discounted sum of the pool's own squared errors
 * @param families the states of the families, by name
 */
public record PoolState(
    PowerScale scale,
    List<Double> early,
    long seen,
    List<Double> values,
    List<Double> times,
    List<List<Double>> covariates,
    Map<String, List<Double>> members,
    double steps,
    Map<String, Double> losses,
    double squares,
    Map<String, ScheduledFamily.State> families) {

  /**
   * @throws IllegalArgumentException if lists that belong together differ in length, or a figure is
   *     out of range
   */
  public PoolState {
    requireNonNull(scale, "scale");
    early = List.copyOf(early);
    values = List.copyOf(values);
    times = List.copyOf(times);
    covariates = covariates.stream().map(List::copyOf).toList();
    members = inOrder(members, List::copyOf);
    losses = inOrder(losses, Objects::requireNonNull);
    families = inOrder(families, Objects::requireNonNull);
    if (values.size() != times.size() || values.size() != covariates.size()) {
      throw new IllegalArgumentException(
          "%d values, %d times, %d covariates"
              .formatted(values.size(), times.size(), covariates.size()));
    }
    Require.that(values.size() == Math.min(seen, Past.CAPACITY), "seen", (double) seen);
    requireSum("steps", steps);
    requireSum("squares", squares);
    early.forEach(value -> Require.that(value > 0 && Double.isFinite(value), "early value", value));
    values.forEach(value -> Require.that(Double.isFinite(value), "value", value));
    losses.forEach((member, sum) -> requireSum("loss of " + member, sum));
  }

  /** A copy that keeps the order, so that the same state is always written the same. */
  private static <V> Map<String, V> inOrder(Map<String, V> map, UnaryOperator<V> copyOf) {
    Map<String, V> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(name, copyOf.apply(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static void requireSum(String name, double sum) {
    Require.that(sum >= 0 && Double.isFinite(sum), name, sum);
  }
}
