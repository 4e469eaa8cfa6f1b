package org.updateall.application.migrating;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.RecordingSummary;

/**
 * What bringing an old history in came to.
 *
 * @param survey what the file holds
 * @param recorded what the store made of it; absent after a dry run
 * @param backup the copy of the file; absent after a dry run
 */
public record MigrationReport(
    LegacySurvey survey, @Nullable RecordingSummary recorded, @Nullable Path backup) {

  /** Where the store does not hold what the file said; empty if all counts agree. */
  public List<String> discrepancies() {
    List<String> found = new ArrayList<>();
    if (recorded != null) {
      expect(found, "runs taken from the file", survey.runs(), recorded.total());
      expect(
          found,
          "runs in the database",
          recorded.before().runs() + recorded.added(),
          recorded.after().runs());
      expect(
          found,
          "plugin executions in the database",
          recorded.before().executions()
              + recorded.executionsAdded()
              - recorded.executionsRemoved(),
          recorded.after().executions());
    }
    return List.copyOf(found);
  }

  private static void expect(List<String> found, String what, long expected, long actual) {
    if (expected != actual) {
      found.add(String.format(Locale.ROOT, "%s: expected %d, found %d", what, expected, actual));
    }
  }
}
