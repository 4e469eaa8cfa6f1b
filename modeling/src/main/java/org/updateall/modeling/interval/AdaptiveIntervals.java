package org.updateall.modeling.interval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.conformal.SplitConformal;
import org.updateall.modeling.numbers.SortedWindow;

/**
 * Adaptive conformal inference: split conformal quantiles of the newest residuals, at levels that
 * follow what was missed (Gibbs and Candès 2021, Advances in Neural Information Processing Systems
 * 34).
 *
 * <pre>
 * alpha    share meant to be missed   1 - c for the central levels c of {@link CentralBounds}
 * a_t      share that is asked for    from alpha / 5 to 1 - (1 - alpha) / 5, at first alpha
 * err_t    1 if the value was missed  0 if it lay within the bounds that were said
 * gamma    length of a step           .01
 * a_(t+1)  next                       a_t + gamma (alpha - err_t)
 * </pre>
 *
 * <p>Over T values of any kind the share missed differs from alpha by (max(alpha, 1 - alpha) +
 * gamma) / (gamma T) at most, as long as a_t stays within its limits, which keep bounds finite and
 * of some width. A longer step follows sooner, but makes bounds jump: on real series of jobs .05
 * costs a multiple in interval score, and from .005 to .02 it makes little difference; with .01 a
 * miss at 90 % makes up for by nine hits, and a hundred hits take a_t from .1 to its upper reaches.
 */
public final class AdaptiveIntervals implements IntervalMethod {

  static final int ERRORS = 100;

  private static final double STEP = 0.01;
  private static final double LIMIT = 0.2;

  /** The scale of a larger error would leave the numbers when squared. */
  private static final double LARGEST = 1e150;

  private final RootScale scale;
  private final SortedWindow errors = new SortedWindow(ERRORS);
  private final double[] asked;
  private @Nullable CentralBounds bounds;

  private AdaptiveIntervals(RootScale scale, double[] asked) {
    this.scale = scale;
    this.asked = asked;
  }

  /** That have seen nothing yet. */
  public static AdaptiveIntervals create() {
    double[] asked = new double[CentralBounds.COUNT];
    Arrays.setAll(asked, AdaptiveIntervals::meant);
    return new AdaptiveIntervals(new RootScale(), asked);
  }

  static AdaptiveIntervals of(AdaptiveState state) {
    AdaptiveIntervals intervals =
        new AdaptiveIntervals(
            RootScale.of(state.scale()),
            state.asked().stream().mapToDouble(each -> each).toArray());
    intervals.errors.addAll(state.errors());
    return intervals;
  }

  @Override
  public AdaptiveState state() {
    return new AdaptiveState(scale.state(), errors.values(), Arrays.stream(asked).boxed().toList());
  }

  private static double meant(int place) {
    return 1 - CentralBounds.level(place);
  }

  /** Whether that may be asked for in place of what is meant. */
  static boolean isWithinLimits(int place, double asked) {
    return asked == limited(place, asked);
  }

  private static double limited(int place, double asked) {
    double alpha = meant(place);
    return Math.max(LIMIT * alpha, Math.min(1 - LIMIT * (1 - alpha), asked));
  }

  @Override
  public int scores() {
    return errors.size();
  }

  @Override
  public double[] quantiles(double point, double growth) {
    if (errors.size() == 0) {
      return scale.exactly(point);
    }
    double[] distances = Arrays.stream(bounds().quantiles()).map(each -> growth * each).toArray();
    return scale.around(point, distances);
  }

  private CentralBounds bounds() {
    CentralBounds known = bounds;
    if (known == null) {
      known = ask(SplitConformal.from(errors.sorted()).get());
      bounds = known;
    }
    return known;
  }

  private CentralBounds ask(SplitConformal conformal) {
    return CentralBounds.nested(
        Arrays.stream(asked).map(alpha -> conformal.quantile(alpha / 2)).toArray(),
        Arrays.stream(asked).map(alpha -> conformal.quantile(1 - alpha / 2)).toArray());
  }

  @Override
  public void observe(double value, double point) {
    if (!scale.isEmpty()) {
      double error = scale.toScale(value) - scale.toScale(point);
      if (errors.size() > 0) {
        adapt(error);
      }
      errors.add(Math.max(-LARGEST, Math.min(LARGEST, error)));
      bounds = null;
    }
    scale.add(value);
  }

  private void adapt(double error) {
    CentralBounds said = bounds();
    for (int place = 0; place < CentralBounds.COUNT; place++) {
      double missed = said.missing(place, error) > 0 ? 1 : 0;
      asked[place] = limited(place, asked[place] + STEP * (meant(place) - missed));
    }
  }
}
