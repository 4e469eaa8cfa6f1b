package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.TimeSeries;

/**
 * Against R 4.2.2 with forecast 8.20: {@code ets(y, model = "ANN" | "AAN", damped = FALSE | TRUE)}.
 * The recursion from R's parameters and initial states agrees to a relative 1e-6 (R's figures have
 * nine digits); the optimiser must reach R's log-likelihood less 1e-2.
 */
class EtsGoldenTest {

  private static final double RELATIVE = 1e-6;

  private record Golden(
      List<Double> data,
      Smoothing smoothing,
      double level,
      double trend,
      double logLikelihood,
      double aicc,
      double sigmaSquared,
      List<Double> means,
      List<Double> upper90) {

    double[] series() {
      return data.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static Golden nileLevel() {
    return new Golden(
        Arrays.stream(ClassicSeries.values("Nile")).boxed().toList(),
        Smoothing.ofLevel(0.245533863),
        1110.68686,
        0,
        -726.39052,
        1459.03104,
        20802.801,
        List.of(805.381283, 805.381283, 805.381283, 805.381283, 805.381283),
        List.of(1042.62142, 1049.668, 1056.51694, 1063.184, 1069.68293));
  }

  private static Golden nileTrend() {
    return new Golden(
        Arrays.stream(ClassicSeries.values("Nile")).boxed().toList(),
        new Smoothing(EtsForm.TREND, 0.209488919, 0.000100014884, 1),
        1121.40673,
        -3.16351121,
        -725.956062,
        1462.55042,
        21052.4675,
        List.of(802.916215, 799.754135, 796.592055, 793.429974, 790.267894),
        List.of(1041.57573, 1043.59918, 1045.51942, 1047.34266, 1049.0745));
  }

  private static Golden nileDampedTrend() {
    return new Golden(
        Arrays.stream(ClassicSeries.values("Nile")).boxed().toList(),
        new Smoothing(EtsForm.DAMPED_TREND, 0.256169264, 0.000100035066, 0.800004273),
        1111.11273,
        11.2496871,
        -726.502047,
        1465.90732,
        21507.6517,
        List.of(801.817231, 801.795056, 801.777316, 801.763124, 801.75177),
        List.of(1043.04303, 1050.81483, 1058.35815, 1065.69138, 1072.83063));
  }

  private static Golden usersLevel() {
    return new Golden(
        Arrays.stream(ClassicSeries.values("WWWusage")).boxed().toList(),
        Smoothing.ofLevel(0.999899932),
        87.7050444,
        0,
        -405.545745,
        817.341489,
        33.9859571,
        List.of(220.0002, 220.0002, 220.0002, 220.0002, 220.0002),
        List.of(229.589282, 233.560531, 236.607869, 239.176924, 241.440322));
  }

  private static Golden usersTrend() {
    return new Golden(
        Arrays.stream(ClassicSeries.values("WWWusage")).boxed().toList(),
        new Smoothing(EtsForm.TREND, 0.999899815, 0.999899799, 1),
        85.0834793,
        3.10584848,
        -359.346865,
        729.332028,
        13.771333,
        List.of(217.999399, 215.998998, 213.998597, 211.998196, 209.997795),
        List.of(224.103409, 229.646885, 236.835586, 245.427998, 255.261892));
  }

  private static Golden usersDampedTrend() {
    return new Golden(
        Arrays.stream(ClassicSeries.values("WWWusage")).boxed().toList(),
        new Smoothing(EtsForm.DAMPED_TREND, 0.999899956, 0.996643874, 0.814958028),
        90.3517674,
        -0.0172823378,
        -352.86549,
        718.634206,
        12.2243873,
        List.of(218.366335, 217.035069, 215.950143, 215.065973, 214.345412),
        List.of(224.117301, 228.938026, 234.500655, 240.452342, 246.576424));
  }

  private static List<Golden> goldens() {
    return List.of(
        nileLevel(),
        nileTrend(),
        nileDampedTrend(),
        usersLevel(),
        usersTrend(),
        usersDampedTrend());
  }

  @Test
  void theRecursionFromFixedParametersAgrees() {
    for (Golden golden : goldens()) {
      EtsModel model = filtered(golden);
      assertRelative(golden.logLikelihood(), model.logLikelihood());
      assertRelative(golden.aicc(), model.aicc());
      assertRelative(golden.sigmaSquared(), model.sigmaSquared());
      double[] means = model.forecast(TimeSeries.of().expected(5));
      for (int step = 0; step < 5; step++) {
        assertRelative(golden.means().get(step), means[step]);
      }
    }
  }

  @Test
  void theGrowthOfErrorsAgrees() {
    double normal95 = 1.6448536269514722;
    for (Golden golden : goldens()) {
      EtsModel model = filtered(golden);
      double[] means = model.forecast(TimeSeries.of().expected(5));
      for (int horizon = 1; horizon <= 5; horizon++) {
        double deviation = Math.sqrt(model.sigmaSquared()) * model.errorGrowth(horizon);
        double upper = means[horizon - 1] + normal95 * deviation;
        assertRelative(golden.upper90().get(horizon - 1), upper);
      }
    }
  }

  @Test
  void theOptimiserIsAtLeastAsLikely() {
    for (Golden golden : goldens()) {
      double[] series = golden.series();
      double mean = Arrays.stream(series).average().orElseThrow();
      double[] standardised = Arrays.stream(series).map(y -> (y - mean) / 100).toArray();
      EtsModel model =
          EtsLikelihood.maximize(golden.smoothing().form(), standardised).rescaled(mean, 100);
      assertTrue(
          model.logLikelihood() >= golden.logLikelihood() - 1e-2,
          () -> golden.smoothing() + " reached " + model);
    }
  }

  @Test
  void theInformationCriterionChoosesTheSameForm() {
    ExponentialSmoothing family = new ExponentialSmoothing();
    assertEquals("ETS(A,Ad,N)", family.fit(TimeSeries.of(usersLevel().series())).form());
    assertEquals("ETS(A,N,N)", family.fit(TimeSeries.of(nileLevel().series())).form());
    assertEquals(
        805.381283,
        family.fit(TimeSeries.of(nileLevel().series())).forecast(TimeSeries.of().expected(1))[0],
        0.1);
  }

  @Test
  void initialStatesByLeastSquaresAreNotWorseThanGivenOnes() {
    for (Golden golden : goldens()) {
      InitialStates best = InitialStates.leastSquares(golden.smoothing(), golden.series());
      EtsModel model =
          EtsFilter.run(golden.smoothing(), best.level(), best.trend(), golden.series());
      assertTrue(model.logLikelihood() >= golden.logLikelihood() - 1e-6);
    }
  }

  @Test
  void filteringOneByOneEqualsFilteringAtOnce() {
    Golden golden = usersDampedTrend();
    double[] series = golden.series();
    EtsModel model =
        EtsFilter.run(
            golden.smoothing(), golden.level(), golden.trend(), Arrays.copyOf(series, 60));
    for (int index = 60; index < series.length; index++) {
      model = model.update(TimeSeries.of().expected(1).get(0), series[index]);
    }
    assertArrayEquals(
        filtered(golden).forecast(TimeSeries.of().expected(3)),
        model.forecast(TimeSeries.of().expected(3)),
        1e-9);
    assertEquals(100, model.observations());
  }

  private static EtsModel filtered(Golden golden) {
    return EtsFilter.run(golden.smoothing(), golden.level(), golden.trend(), golden.series());
  }

  private static void assertRelative(double expected, double actual) {
    assertEquals(expected, actual, RELATIVE * Math.abs(expected));
  }
}
