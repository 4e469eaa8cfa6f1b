package org.updateall.modeling.interval;

import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * What adaptive intervals remember: plain values that can be stored and read back.
 *
 * @param scale what values are measured on
 * @param errors the newest, on that scale, oldest first
 * @param asked the share that is asked to be missed, at each central level
 */
public record AdaptiveState(RootScale.State scale, List<Double> errors, List<Double> asked)
    implements IntervalMethodState {

  /**
   * @throws IllegalArgumentException if something is missing, there are too many errors, or a share
   *     is beyond its limits
   */
  public AdaptiveState {
    Require.present("scale", scale);
    errors = Require.allFinite("errors", errors);
    asked = Require.allFinite("asked", asked);
    Require.that(errors.size() <= AdaptiveIntervals.ERRORS, "number of errors", errors.size());
    Require.that(asked.size() == CentralBounds.COUNT, "number of shares", asked.size());
    for (int place = 0; place < asked.size(); place++) {
      double share = asked.get(place);
      Require.that(AdaptiveIntervals.isWithinLimits(place, share), "asked", share);
    }
  }

  @Override
  public IntervalKind kind() {
    return IntervalKind.ACI;
  }

  @Override
  public IntervalMethod resumed(ReferenceErrors reference) {
    return AdaptiveIntervals.of(this);
  }
}
