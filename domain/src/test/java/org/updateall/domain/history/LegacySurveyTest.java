package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacySurveyTest {

  @Test
  void isNotChangedThroughTheListItWasMadeOf() {
    QuarantinedRecord record = new QuarantinedRecord(2, 1, null, List.of("no start"));
    List<QuarantinedRecord> quarantined = new ArrayList<>(List.of(record));
    LegacySurvey survey =
        new LegacySurvey(Path.of("history.json"), "0f3a", 381, 2, 1, 1, 0, 1, quarantined);
    quarantined.clear();

    assertEquals(List.of(record), survey.quarantined());
    assertThrows(UnsupportedOperationException.class, () -> survey.quarantined().clear());
  }
}
