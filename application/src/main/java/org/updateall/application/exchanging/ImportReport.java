package org.updateall.application.exchanging;

import java.util.List;
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
    return recorded == null ? List.of() : recorded.discrepancies("export", survey.counts().runs());
  }
}
