package org.updateall.application.exchanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.history.RecordingSummary;

/**
 * What bringing an export in came to.
 *
 * @param survey what the export holds
 * @param recorded what the store made of its runs; absent after a dry run
 * @param modelsKept how many of its models the store took; the others were trained no later than
 *     those that it had
 */
public record ImportReport(
    ExportSurvey survey, @Nullable RecordingSummary recorded, long modelsKept) {

  /** Where the store does not hold what the export said; empty if all counts agree. */
  public List<String> discrepancies() {
    List<String> found = new ArrayList<>();
    if (recorded != null) {
      expect(found, "runs taken from the export", survey.counts().runs(), recorded.total());
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
