package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelProvenanceTest {

  @Test
  void cutsItsTimesToTheMicrosecond() {
    ModelProvenance provenance =
        new ModelProvenance(
            "exponential_smoothing",
            "ETS(A,N,N)",
            "log",
            40,
            Instant.parse("2026-01-05T12:00:00.123456789Z"),
            "0f3a",
            Instant.parse("1969-12-31T23:59:59.999999999Z"));

    assertEquals(Instant.parse("2026-01-05T12:00:00.123456Z"), provenance.lastObservation());
    assertEquals(Instant.parse("1969-12-31T23:59:59.999999Z"), provenance.trainedAt());
  }
}
