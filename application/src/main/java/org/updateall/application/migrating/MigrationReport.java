package org.updateall.application.migrating;

import java.nio.file.Path;
import java.util.List;
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
    return recorded == null ? List.of() : recorded.discrepancies("file", survey.runs());
  }
}
