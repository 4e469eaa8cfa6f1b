package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.Chance;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.OutcomesFixture;
import org.updateall.domain.forecast.RunRisk;

final class RiskReportTest {

  @ParameterizedTest
  @CsvSource({"0,< 1 %", "0.0099,< 1 %", "0.01,1 %", "0.124,12 %", "0.99,99 %", "0.995,> 99 %"})
  void isNeverCertain(double probability, String shown) {
    assertEquals(shown, RiskReport.percent(probability));
  }

  @Test
  void isToldOfAnyFailureAndOfAnyRiskWorthTelling() {
    assertFalse(RiskReport.isNotable(new RunRisk(List.of())));
    assertFalse(RiskReport.isNotable(new RunRisk(List.of(risk("ss", 0.049)))));
    assertTrue(RiskReport.isNotable(new RunRisk(List.of(risk("s", 0.01), risk("ss", 0.05)))));
    assertTrue(RiskReport.isNotable(new RunRisk(List.of(risk("fs", 0.01)))));
    assertTrue(RiskReport.isNotable(new RunRisk(List.of(risk("ts", 0.01)))));
  }

  @Test
  void saysNothingOfTimeLimitsOrFailuresThatThereWereNot() {
    assertEquals(
        "apt fails with a probability of 1 % (90 % sure: between 0 % and 40 %). Of 2 runs none failed; "
            + "recent ones count more, and the 3 % usual with the others counts as 5 runs.",
        RiskReport.inWords(risk("ss", 0.01), 0.9));
  }

  private static OutcomeRisk risk(String statuses, double failure) {
    return new OutcomeRisk(
        OutcomesFixture.of("apt", statuses),
        new Chance(failure, 0, 0.4),
        new Chance(0.001, 0, 0.4),
        0.03,
        5);
  }
}
