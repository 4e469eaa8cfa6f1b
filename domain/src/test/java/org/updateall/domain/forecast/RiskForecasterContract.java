package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RiskForecaster} promises. */
public abstract class RiskForecasterContract {

  private static final double LEVEL = 0.9;
  private static final double ROUNDING = 1e-6;

  protected abstract RiskForecaster forecaster();

  @Test
  void answersForEveryPluginInItsPlaceAndSaysWhatItRestsOn() {
    List<PluginOutcomes> plugins =
        List.of(OutcomesFixture.of("b", "sfs"), OutcomesFixture.of("a", "s"));

    assertEquals(
        plugins, forecaster().risks(plugins, LEVEL).stream().map(OutcomeRisk::outcomes).toList());
    assertTrue(forecaster().risks(List.of(), LEVEL).isEmpty());
  }

  @Test
  void takesAPluginWithoutAttemptsForAUsualOne() {
    OutcomeRisk risk =
        forecaster()
            .risks(List.of(OutcomesFixture.of("new", ""), OutcomesFixture.of("old", "ssfs")), LEVEL)
            .get(0);

    assertEquals(risk.usualFailure(), risk.failure().probability(), 1e-12);
    assertTrue(risk.failure().probability() > 0 && risk.failure().probability() < 1);
  }

  @Test
  void isNeverSureOfAnything() {
    for (String statuses : List.of("", "ss", "s".repeat(1_000), "f".repeat(1_000), "t".repeat(9))) {
      OutcomeRisk risk = riskOf(statuses);
      for (Chance chance : List.of(risk.failure(), risk.timeout())) {
        assertTrue(chance.probability() > 0 && chance.probability() < 1, statuses);
        assertTrue(chance.upper() > chance.lower(), statuses);
      }
    }
  }

  @Test
  void letsRecentAttemptsWeighMore() {
    double recent = failureOf("s".repeat(29) + "f");
    double old = failureOf("f" + "s".repeat(29));

    assertTrue(recent > 1.5 * old, recent + " and " + old);
    assertTrue(failureOf("f".repeat(5) + "s".repeat(200)) < 1.1 * failureOf("s".repeat(205)));
  }

  @Test
  void takesOneMoreFailureForAGreaterRiskAndOneMoreSuccessForALesser() {
    for (String before : List.of("", "s", "f", "ssfst", "ssssssssss")) {
      assertTrue(failureOf(before + "f") > failureOf(before), before);
      assertTrue(failureOf(before + "s") < failureOf(before), before);
    }
  }

  @Test
  void takesATimeoutForAFailureToo() {
    assertEquals(failureOf("ssfs"), failureOf("ssts"), 1e-12);
    assertTrue(riskOf("ssts").timeout().probability() > riskOf("ssfs").timeout().probability());
  }

  @Test
  void drawsAPluginTowardsTheOthersTheMoreSoTheFewerAttemptsItHas() {
    PluginOutcomes failing = OutcomesFixture.of("failing", "sf".repeat(20));
    double few = failureBeside(failing, "ss");
    double many = failureBeside(failing, "s".repeat(40));

    assertTrue(few > failureBeside(OutcomesFixture.of("steady", "s".repeat(40)), "ss"));
    assertTrue(few > many, few + " and " + many);
  }

  @Test
  void makesNoDifferenceOfTheOrderOfPlugins() {
    List<PluginOutcomes> plugins = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 12; i++) {
      plugins.add(OutcomesFixture.random("plugin" + i, i, 0.02 * i, random));
    }
    List<OutcomeRisk> risks = forecaster().risks(plugins, LEVEL);
    Collections.reverse(plugins);
    List<OutcomeRisk> reversed = new ArrayList<>(forecaster().risks(plugins, LEVEL));
    Collections.reverse(reversed);

    for (int i = 0; i < risks.size(); i++) {
      assertSame(risks.get(i).failure(), reversed.get(i).failure());
      assertSame(risks.get(i).timeout(), reversed.get(i).timeout());
    }
  }

  @Test
  void answersTheSameEachTime() {
    assertEquals(riskOf("sssfst"), riskOf("sssfst"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "f", "ssfssts", "ssssssssssssssssssss"})
  void givesWiderIntervalsForGreaterLevels(String statuses) {
    PluginOutcomes plugin = OutcomesFixture.of("apt", statuses);
    double[] levels = {0.01, 0.3, 0.5, 0.8, 0.9, 0.99};
    for (int i = 1; i < levels.length; i++) {
      Chance lesser = forecaster().risks(List.of(plugin), levels[i - 1]).get(0).failure();
      Chance greater = forecaster().risks(List.of(plugin), levels[i]).get(0).failure();

      assertTrue(greater.lower() <= lesser.lower() + ROUNDING, statuses);
      assertTrue(greater.upper() >= lesser.upper() - ROUNDING, statuses);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void refusesALevelThatIsNone(double level) {
    List<PluginOutcomes> none = List.of();

    assertThrows(IllegalArgumentException.class, () -> forecaster().risks(none, level));
  }

  private OutcomeRisk riskOf(String statuses) {
    return forecaster().risks(List.of(OutcomesFixture.of("apt", statuses)), LEVEL).get(0);
  }

  private double failureOf(String statuses) {
    return riskOf(statuses).failure().probability();
  }

  private double failureBeside(PluginOutcomes other, String statuses) {
    return forecaster()
        .risks(List.of(OutcomesFixture.of("apt", statuses), other), LEVEL)
        .get(0)
        .failure()
        .probability();
  }

  private static void assertSame(Chance expected, Chance actual) {
    assertEquals(expected.probability(), actual.probability(), 1e-12);
    assertEquals(expected.lower(), actual.lower(), ROUNDING);
    assertEquals(expected.upper(), actual.upper(), ROUNDING);
  }
}
