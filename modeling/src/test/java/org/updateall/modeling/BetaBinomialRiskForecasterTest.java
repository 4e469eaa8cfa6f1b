package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.OutcomesFixture;
import org.updateall.domain.forecast.PluginOutcomes;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.RiskForecasterContract;

final class BetaBinomialRiskForecasterTest extends RiskForecasterContract {

  private static final double LEVEL = 0.9;

  @Override
  protected RiskForecaster forecaster() {
    return new BetaBinomialRiskForecaster();
  }

  @Test
  void assumesThreePercentOfAPluginThatNothingIsKnownOf() {
    OutcomeRisk risk = only("");

    assertEquals(0.03, risk.failure().probability(), 1e-12);
    assertEquals(0.01, risk.timeout().probability(), 1e-12);
    assertEquals(0, risk.failure().lower());
    assertEquals(0.18, risk.failure().upper(), 0.02);
  }

  @Test
  void doesNotCallTwoSuccessesCertain() {
    OutcomeRisk risk = only("ss");

    // (5 * 0.03) / (5 + 1 + 0.95)
    assertEquals(0.15 / 6.95, risk.failure().probability(), 1e-12);
    assertTrue(risk.failure().upper() > 0.05, "up to " + risk.failure().upper());
  }

  /** The rates of plugins come from one distribution and stay; the intervals are to hold them. */
  @ParameterizedTest
  @CsvSource({"0.3,5,60", "0.5,4.5,15", "1,1,40"})
  void holdsTheRatesOfExchangeablePlugins(double alpha, double beta, int most) {
    SplittableRandom random = new SplittableRandom(11);
    int held = 0;
    int all = 0;
    for (int user = 0; user < 100; user++) {
      List<Double> rates = new ArrayList<>();
      List<PluginOutcomes> plugins = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        double rate = draw(alpha, beta, random);
        rates.add(rate);
        plugins.add(OutcomesFixture.random("plugin" + i, random.nextInt(most), rate, random));
      }
      List<OutcomeRisk> risks = forecaster().risks(plugins, LEVEL);
      for (int i = 0; i < 10; i++) {
        double rate = rates.get(i);
        held +=
            risks.get(i).failure().lower() <= rate && rate <= risks.get(i).failure().upper()
                ? 1
                : 0;
        all++;
      }
    }

    // Four binomial standard deviations of 1000 trials of 0.9, had they been independent: 0.038.
    double coverage = (double) held / all;
    assertTrue(coverage > 0.862 && coverage < 0.985, "held " + coverage);
  }

  /**
   * One attempt ahead, over all attempts, against the share of failures so far, which is the best
   * there is where nothing changes.
   */
  @ParameterizedTest
  @CsvSource({"0.01,0.01,1", "0.1,0.1,1.03", "0.02,0.3,0.97", "0.3,0.02,0.97"})
  void foretellsChangesBetterThanTheShareSoFar(double before, double after, double most) {
    SplittableRandom random = new SplittableRandom(3);
    double own = 0;
    double share = 0;
    for (int series = 0; series < 40; series++) {
      StringBuilder past = new StringBuilder();
      int failures = 0;
      for (int t = 0; t < 80; t++) {
        boolean fails = random.nextDouble() < (t < 40 ? before : after);
        own += logarithmicLoss(only(past.toString()).failure().probability(), fails);
        share += logarithmicLoss((failures + 0.5) / (t + 1), fails);
        past.append(fails ? 'f' : 's');
        failures += fails ? 1 : 0;
      }
    }

    assertTrue(own < most * share, own + " and " + share);
  }

  private OutcomeRisk only(String statuses) {
    return forecaster().risks(List.of(OutcomesFixture.of("apt", statuses)), LEVEL).get(0);
  }

  private static double logarithmicLoss(double probability, boolean happened) {
    return -Math.log(happened ? probability : 1 - probability);
  }

  /** Johnk, 1964: of two powers of uniform numbers whose sum is at most 1, the share of one. */
  private static double draw(double alpha, double beta, SplittableRandom random) {
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / alpha);
      double y = Math.pow(random.nextDouble(), 1 / beta);
      if (x + y <= 1 && x + y > 0) {
        return x / (x + y);
      }
    }
  }
}
