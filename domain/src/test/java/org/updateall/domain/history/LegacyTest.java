package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyTest {

  private static final Path FILE = Path.of("history.json");

  @Test
  void aRefusalNamesFilePlaceReasonAndRemedy() {
    assertEquals(
        "history.json, line 3: not JSON. Mend it.",
        new LegacyFileRefused(FILE, "line 3", "not JSON", "Mend it.").message());
    assertEquals(
        "history.json: is a directory. Name a file.",
        new LegacyFileRefused(FILE, "", "is a directory", "Name a file.").message());
  }

  @Test
  void aSurveyKeepsItsOwnListOfQuarantinedRecords() {
    List<QuarantinedRecord> quarantined = new ArrayList<>();
    quarantined.add(new QuarantinedRecord(1, 1, "a", List.of("no start")));
    LegacySurvey survey = new LegacySurvey(FILE, "0f", 1, 1, 0, 0, 0, 1, quarantined);
    quarantined.clear();

    assertEquals(1, survey.quarantined().size());
  }

  @Test
  void readingNeedsAZoneAndAHost() {
    LegacyReading reading = new LegacyReading(ZoneOffset.UTC, "workstation");

    assertEquals("workstation", reading.hostname());
    assertEquals(ZoneOffset.UTC, reading.zone());
    assertThrows(NullPointerException.class, () -> new LegacyReading(ZoneOffset.UTC, none()));
  }

  @SuppressWarnings("NullAway") // what a caller without checks may do
  private static String none() {
    return null;
  }
}
