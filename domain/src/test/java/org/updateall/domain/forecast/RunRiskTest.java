package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.history.PluginName;

final class RunRiskTest {

  private static final Chance NEVER = new Chance(0, 0, 0.1);

  @Test
  void isTheChanceThatNotAllSucceed() {
    RunRisk risk = new RunRisk(List.of(failing("apt", 0.5), failing("snap", 0.2)));

    assertEquals(1 - 0.5 * 0.8, risk.anyFailure(), 1e-12);
  }

  @Test
  void isThatOfTheOnlyPlugin() {
    assertEquals(0.2, new RunRisk(List.of(failing("apt", 0.2))).anyFailure(), 1e-12);
    assertEquals(0, new RunRisk(List.of()).anyFailure());
  }

  @Test
  void findsThePlugin() {
    OutcomeRisk apt = failing("apt", 0.5);
    RunRisk risk = new RunRisk(List.of(failing("snap", 0.2), apt));

    assertEquals(apt, risk.of(new PluginName("apt")).get());
    assertTrue(risk.of(new PluginName("pipx")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"-0.1,-0.1,0.5", "0.5,0.6,0.7", "0.5,0.1,0.4", "1.1,0,1.1", "NaN,0,1", "0.5,NaN,1"})
  void refusesAProbabilityOutsideItsInterval(double probability, double lower, double upper) {
    assertThrows(IllegalArgumentException.class, () -> new Chance(probability, lower, upper));
  }

  @Test
  void refusesTimeoutsThatAreMoreLikelyThanFailures() {
    PluginOutcomes outcomes = OutcomesFixture.of("apt", "s");
    Chance less = new Chance(0.1, 0, 0.2);
    Chance more = new Chance(0.11, 0, 0.2);

    assertThrows(
        IllegalArgumentException.class, () -> new OutcomeRisk(outcomes, less, more, 0.1, 1));
  }

  @ParameterizedTest
  @CsvSource({"-0.1,1", "1.1,1", "NaN,1", "0.1,0", "0.1,Infinity", "0.1,NaN"})
  void refusesWhatCannotBeUsual(double usual, double weight) {
    PluginOutcomes outcomes = OutcomesFixture.of("apt", "s");

    assertThrows(
        IllegalArgumentException.class,
        () -> new OutcomeRisk(outcomes, NEVER, NEVER, usual, weight));
  }

  private static OutcomeRisk failing(String plugin, double probability) {
    return new OutcomeRisk(
        OutcomesFixture.of(plugin, "sf"), new Chance(probability, 0, 1), NEVER, 0.03, 5);
  }
}
