package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  private static final ExecutionId APT = new ExecutionId(new UUID(0, 1));
  private static final ExecutionId CARGO = new ExecutionId(new UUID(0, 2));

  private static Estimate announced(ExecutionId execution, int ordinal) {
    return new Estimate(
        execution, ordinal, StepPhase.DOWNLOAD, null, null, null, null, null, null, null);
  }

  private static Estimate sure(double confidence) {
    return new Estimate(APT, 0, StepPhase.DOWNLOAD, null, null, null, null, null, confidence, null);
  }

  private static Estimate seconds(@Nullable Double cpu, @Nullable Double wallClock) {
    return new Estimate(APT, 0, StepPhase.DOWNLOAD, null, cpu, wallClock, null, null, null, null);
  }

  private static Estimate sizes(
      @Nullable Long download, @Nullable Long memory, @Nullable Integer packages) {
    return new Estimate(
        APT, 0, StepPhase.DOWNLOAD, download, null, null, memory, packages, null, null);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void takesAConfidenceFromZeroToOne(double confidence) {
    assertEquals(Double.valueOf(confidence), sure(confidence).confidence());
  }

  @Test
  void refusesAConfidenceBelowZeroAboveOneOrNotFinite() {
    assertEquals(
        "confidence is above 1: 1.0000000000000002", Refusal.of(() -> sure(Math.nextUp(1.0))));
    assertEquals("confidence is negative: -4.9E-324", Refusal.of(() -> sure(-Double.MIN_VALUE)));
    assertEquals("confidence is not a finite number: NaN", Refusal.of(() -> sure(Double.NaN)));
    assertEquals(
        "confidence is not a finite number: Infinity",
        Refusal.of(() -> sure(Double.POSITIVE_INFINITY)));
  }

  @Test
  void refusesImpossibleSecondsByName() {
    assertEquals("estimated CPU seconds is negative: -1.0", Refusal.of(() -> seconds(-1.0, null)));
    assertEquals(
        "estimated CPU seconds is above 10^12 seconds: 2.0E12",
        Refusal.of(() -> seconds(2e12, null)));
    assertEquals(
        "estimated wall clock seconds is not a finite number: NaN",
        Refusal.of(() -> seconds(null, Double.NaN)));
    assertEquals(
        "estimated wall clock seconds is above 10^12 seconds: 2.0E12",
        Refusal.of(() -> seconds(null, 2e12)));
  }

  @Test
  void refusesNegativeSizesByName() {
    assertEquals(
        "estimated download bytes is negative: -1", Refusal.of(() -> sizes(-1L, null, null)));
    assertEquals(
        "estimated memory bytes is negative: -2", Refusal.of(() -> sizes(null, -2L, null)));
    assertEquals(
        "estimated package count is negative: -3", Refusal.of(() -> sizes(null, null, -3)));
    assertEquals("estimate ordinal is negative: -1", Refusal.of(() -> announced(APT, -1)));
  }

  @Test
  void cutsItsCreationTimeToTheMicrosecond() {
    Estimate estimate =
        announced(APT, 0).withCreatedAt(Instant.parse("2026-01-05T12:00:00.123456789Z"));

    assertEquals(Instant.parse("2026-01-05T12:00:00.123456Z"), estimate.createdAt());
  }

  /** MD5 of the length-prefixed parts, by Python 3 hashlib and uuid. */
  @Test
  void keepsItsIdentityForEver() {
    assertEquals(
        UUID.fromString("5128cea0-63ce-3538-90c8-de6e1a97c789"), announced(APT, 0).estimateId());
  }

  @Test
  void hasTheIdentityOfItsExecutionAndOrdinalAlone() {
    UUID first = announced(APT, 0).estimateId();

    assertEquals(first, sure(0.5).estimateId());
    assertNotEquals(first, announced(APT, 1).estimateId());
    assertNotEquals(first, announced(CARGO, 0).estimateId());
  }

  @Test
  void isNotMistakenForTheStepOfItsOrdinal() {
    assertNotEquals(Runs.step("download").build(APT, 0).metricId(), announced(APT, 0).estimateId());
  }
}
