package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryLegacyHistoryTest extends LegacyHistoryContract {

  private final InMemoryLegacyHistory legacyHistory = new InMemoryLegacyHistory();
  private int files;

  @Override
  protected LegacyHistory legacyHistory() {
    return legacyHistory;
  }

  @Override
  protected Path fileOf(List<Run> runs) {
    Path file = Path.of("history-%d.json".formatted(++files));
    legacyHistory.put(file, runs);
    return file;
  }

  @Override
  protected Path fileWithAnUnreadableRecordBetween(Run first, Run last) {
    Path file = fileOf(List.of());
    legacyHistory.put(
        file,
        List.of(first, last),
        List.of(new QuarantinedRecord(2, 1, null, List.of("start_time is missing"))));
    return file;
  }

  @Override
  protected Path fileThatIsNoHistory() {
    Path file = fileOf(List.of());
    legacyHistory.putRefused(file, "line 1, column 1 (byte 0)", "not JSON", "Restore it.");
    return file;
  }

  @Override
  protected void change(Path file, List<Run> runs) {
    legacyHistory.put(file, runs);
  }

  @Override
  protected Path directory() {
    return Path.of("backups", "json");
  }

  @Test
  void refusesAsItWasTold() {
    String reason = legacyHistory.survey(fileThatIsNoHistory(), READING).getLeft().reason();
    assertEquals("not JSON", reason);
  }
}
