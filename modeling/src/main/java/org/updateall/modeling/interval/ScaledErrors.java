package org.updateall.modeling.interval;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.numbers.SortedWindow;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * The errors of forecasts on the scale of one power, in proportion to their size at the time, and
 * the two experts that rest on them: one takes errors as symmetric on that scale, one does not.
 *
 * <pre>
 * z     forecast on the scale          g(yhat)
 * s     present size of errors         {@link ErrorScale}
 * u     error in proportion            (g(y) - z) / s
 * F     its distribution               o F_own + (1 - o) F_reference
 * o     share of the own errors        k / (k + 120),  k = max(0, n - 20)
 * Q(p)  predictive quantile            g^-1(z + s F^-1(p)),  or g^-1(z +- s F_|u|^-1(|2 p - 1|))
 * </pre>
 */
final class ScaledErrors {

  /** The first two errors have no size of their own to be measured by. */
  private static final int LEFT_OUT = 2;

  private static final double OWN_FROM = 20;
  private static final double OWN_HALF = 120;
  private static final double[] LEVELS = Levels.all();
  private static final double[] CENTRAL = central();

  private final Power power;
  private final ReferenceErrors reference;
  private final ErrorScale size;
  private final SortedWindow signed = new SortedWindow(ExpertIntervals.SCORES);
  private final SortedWindow absolute = new SortedWindow(ExpertIntervals.SCORES);
  private PowerScale scale;

  /** The quantiles of F, which hold until the next error; of so many errors. */
  private @Nullable Proportions proportions;

  private static final class Proportions {
    private final int errors;
    private final double[] sizes;
    private final double[] signed;

    Proportions(int errors, double[] sizes, double[] signed) {
      this.errors = errors;
      this.sizes = sizes;
      this.signed = signed;
    }
  }

  ScaledErrors(Power power, ReferenceErrors reference) {
    this(power, reference, new ErrorScale(power));
  }

  private ScaledErrors(Power power, ReferenceErrors reference, ErrorScale size) {
    this.power = power;
    this.reference = reference;
    this.size = size;
    this.scale = PowerScale.of(power, new double[0]);
  }

  /**
   * What it remembers.
   *
   * @param size how large errors are
   * @param errors the newest in proportion to their size, oldest first
   */
  record State(Power power, ErrorScale.State size, List<Double> errors) {

    /**
     * @throws IllegalArgumentException if something is missing or not finite, or there are too many
     *     errors
     */
    State {
      Require.present("power", power);
      Require.present("size", size);
      errors = Require.allFinite("errors", errors);
      Require.that(errors.size() <= ExpertIntervals.SCORES, "errors", errors.size());
    }
  }

  static ScaledErrors of(State state, ReferenceErrors reference) {
    ScaledErrors errors =
        new ScaledErrors(state.power, reference, new ErrorScale(state.power, state.size));
    errors.signed.addAll(state.errors);
    errors.absolute.addAll(state.errors.stream().map(Math::abs).toList());
    return errors;
  }

  State state() {
    return new State(power, size.state(), signed.values());
  }

  PowerScale scale() {
    return scale;
  }

  /** Measures errors on the scale that suits these first values. */
  void settle(double[] early) {
    scale = PowerScale.of(power, early);
  }

  /**
   * Takes in an error.
   *
   * @param before how many came before
   */
  void add(double value, double point, int before) {
    double z = scale.toScale(point);
    double error = scale.toScale(value) - z;
    double s = size.at(z);
    if (before >= LEFT_OUT) {
      // Nine digits are enough, and half the length of sixteen where they are written.
      remember((float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, error / s)));
    }
    size.add(error, s);
  }

  private void remember(double error) {
    signed.add(error);
    absolute.add(Math.abs(error));
    proportions = null;
  }

  /** The errors of a whole series but for the first value, each in proportion to its size then. */
  static double[] inProportion(Power power, double[] values, double[] points) {
    ErrorScale size = new ErrorScale(power);
    double[] errors = new double[Math.max(0, values.length - 1)];
    PowerScale scale = PowerScale.of(power, new double[0]);
    int positive = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i - 1] > 0 && positive++ < ExpertIntervals.EARLY) {
        scale = PowerScale.of(power, Arrays.copyOf(values, i));
      }
      double z = scale.toScale(points[i]);
      double error = scale.toScale(values[i]) - z;
      double s = size.at(z);
      errors[i - 1] = error / s;
      size.add(error, s);
    }
    return errors;
  }

  /** The quantiles of the expert that takes errors as symmetric, after so many errors. */
  double[] symmetric(double point, double growth, int errors) {
    double z = scale.toScale(point);
    double s = growth * size.at(z);
    double[] sizes = proportions(errors).sizes;
    double[] quantiles = new double[Levels.COUNT];
    for (int distance = 1; distance <= Levels.MEDIAN; distance++) {
      quantiles[Levels.MEDIAN + distance] = scale.fromScale(z + s * sizes[distance]);
      quantiles[Levels.MEDIAN - distance] = scale.fromScale(z - s * sizes[distance]);
    }
    quantiles[Levels.MEDIAN] = point;
    return quantiles;
  }

  /** Those of the expert that takes errors as they are. */
  double[] asymmetric(double point, double growth, int errors) {
    double z = scale.toScale(point);
    double s = growth * size.at(z);
    double[] u = proportions(errors).signed;
    double[] quantiles = new double[u.length];
    for (int place = 0; place < u.length; place++) {
      quantiles[place] = scale.fromScale(z + s * u[place]);
    }
    return quantiles;
  }

  private Proportions proportions(int errors) {
    Proportions known = proportions;
    if (known == null || known.errors != errors) {
      double own = ownShare();
      known =
          new Proportions(
              errors,
              MixedQuantiles.of(absolute.sorted(), own, reference.absolute(power, errors), CENTRAL),
              MixedQuantiles.of(signed.sorted(), own, reference.signed(power, errors), LEVELS));
      proportions = known;
    }
    return known;
  }

  private double ownShare() {
    double counted = Math.max(0, signed.size() + LEFT_OUT - OWN_FROM);
    return counted / (counted + OWN_HALF);
  }

  private static double[] central() {
    double[] central = new double[Levels.MEDIAN + 1];
    Arrays.setAll(central, Levels::central);
    return central;
  }
}
