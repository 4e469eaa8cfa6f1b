package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InnovationsTest {

  private static final int PERIOD = 4;

  private static final double[] SHARES = {0.3, 0.4, 0.2, 0.9};

  static List<EtsForm> forms() {
    return EtsForm.all();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theValueIsMinusTwiceTheLogLikelihoodOfTheFilter(EtsForm form) {
    Innovations innovations = new Innovations(form, series(), PERIOD);
    double[] x = innovations.coordinates().pack(SHARES, state(form));

    assertEquals(-2 * filtered(form, innovations, x).logLikelihood(), innovations.value(x), 1e-9);
  }

  /** dF/dx = 2 n c / S, against central differences. */
  @ParameterizedTest
  @MethodSource("forms")
  void theGradientIsThatOfTheValue(EtsForm form) {
    Innovations innovations = new Innovations(form, series(), PERIOD);
    double[] x = innovations.coordinates().pack(SHARES, state(form));
    innovations.differentiate(x);
    EtsModel model = filtered(form, innovations, x);
    int n = model.observations();
    double sum = model.sigmaSquared() * (n - form.freeParameters(model.state().season().size()));

    for (int i = 0; i < innovations.coordinates().size; i++) {
      double slope = 2 * n * innovations.sums().c(i) / sum;
      assertEquals(difference(innovations, x, i), slope, 1e-5 * (1 + Math.abs(slope)));
    }
  }

  /**
   * Twice the curvature and the gradient are quadratic in those steps that errors are linear in.
   */
  @ParameterizedTest
  @MethodSource("forms")
  void theCurvatureIsTheChangeOfTheGradientWhereErrorsAreLinear(EtsForm form) {
    if (form.hasRelativeError()) {
      return;
    }
    Innovations innovations = new Innovations(form, series(), PERIOD);
    double[] x = innovations.coordinates().pack(SHARES, state(form));
    int level = innovations.coordinates().level;
    innovations.differentiate(x);
    double before = innovations.sums().c(level);
    double curvature = innovations.sums().a(level, level);
    x[level] += 0.5;
    innovations.differentiate(x);

    assertEquals(curvature, (innovations.sums().c(level) - before) / 0.5, 1e-9 * curvature);
  }

  @Test
  void isInfiniteWhereAForecastThatMustBePositiveIsNot() {
    for (EtsForm form : EtsForm.all()) {
      if (form.hasRelativeError()) {
        Innovations innovations = new Innovations(form, series(), PERIOD);
        double[] x = innovations.coordinates().pack(SHARES, state(form));
        x[innovations.coordinates().level] = -5;
        assertEquals(Double.POSITIVE_INFINITY, innovations.value(x), form.label());
      }
    }
  }

  @Test
  void isInfiniteBeyondTheAdmissibleRegion() {
    EtsForm form = EtsForm.labelled("ETS(A,A,A)");
    double[] series = new Random(3).doubles(60).toArray();
    Innovations innovations = new Innovations(form, series, 12);
    EtsState state = new EtsState(0, 0, Collections.nCopies(12, 0.0));

    double[] inside = innovations.coordinates().pack(new double[] {0.5, 0.1, 0.1, 1}, state);
    double[] outside = innovations.coordinates().pack(new double[] {0.9, 1, 1, 1}, state);

    assertTrue(Double.isFinite(innovations.value(inside)));
    assertEquals(Double.POSITIVE_INFINITY, innovations.value(outside));
  }

  private static EtsModel filtered(EtsForm form, Innovations innovations, double[] x) {
    return EtsFilter.run(
        form, innovations.coordinates().smoothing(x), innovations.coordinates().state(x), series());
  }

  private static double difference(Innovations innovations, double[] x, int i) {
    double h = 1e-6;
    double[] up = x.clone();
    double[] down = x.clone();
    up[i] += h;
    down[i] -= h;
    return (innovations.value(up) - innovations.value(down)) / (2 * h);
  }

  /** Positive, seasonal, with two values missing. */
  private static double[] series() {
    Random random = new Random(5);
    double[] series = new double[41];
    for (int t = 0; t < series.length; t++) {
      series[t] = 10 + 0.1 * t + 2 * Math.sin(t * Math.PI / 2) + random.nextGaussian();
    }
    series[7] = Double.NaN;
    series[20] = Double.NaN;
    return series;
  }

  private static EtsState state(EtsForm form) {
    List<Double> season =
        switch (form.season()) {
          case NONE -> List.of();
          case ADDITIVE -> List.of(0.3, 1.5, 0.2, -2.0);
          case MULTIPLICATIVE -> List.of(1.0, 1.2, 1.0, 0.8);
        };
    return new EtsState(9, form.hasTrend() ? 0.2 : 0, season);
  }
}
