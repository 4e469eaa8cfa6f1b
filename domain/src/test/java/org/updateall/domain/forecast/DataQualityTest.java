package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataQualityTest {

  private static DataQuality having(List<String> issues, List<String> warnings) {
    return new DataQuality(12, 0, 0, 0, 0, 0, Duration.ofDays(11), issues, warnings);
  }

  @Test
  void sufficesWithoutIssues() {
    assertTrue(having(List.of(), List.of()).isSufficient());
    assertTrue(having(List.of(), List.of("all values are the same")).isSufficient());
  }

  @Test
  void doesNotSufficeWithAnIssue() {
    assertFalse(having(List.of("too few observations"), List.of()).isSufficient());
  }

  @Test
  void isNotChangedThroughTheListsItWasMadeOf() {
    List<String> issues = new ArrayList<>(List.of("too few observations"));
    List<String> warnings = new ArrayList<>(List.of("all values are the same"));
    DataQuality quality = having(issues, warnings);
    issues.clear();
    warnings.clear();

    assertEquals(List.of("too few observations"), quality.issues());
    assertEquals(List.of("all values are the same"), quality.warnings());
    assertThrows(UnsupportedOperationException.class, () -> quality.issues().clear());
    assertThrows(UnsupportedOperationException.class, () -> quality.warnings().clear());
  }
}
