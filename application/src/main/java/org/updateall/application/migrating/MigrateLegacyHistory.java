package org.updateall.application.migrating;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;

/**
 * Use case: bring an old history in. The file is read whole before anything is stored, then copied
 * to a safe place, then stored in one transaction; bringing it in again changes nothing.
 */
public final class MigrateLegacyHistory {

  private static final Logger LOG = LoggerFactory.getLogger(MigrateLegacyHistory.class);

  private final LegacyHistory legacyHistory;
  private final RunHistory history;

  public MigrateLegacyHistory(LegacyHistory legacyHistory, RunHistory history) {
    this.legacyHistory = legacyHistory;
    this.history = history;
  }

  /**
   * @return the refusal, if the file is not an old history from beginning to end; nothing is stored
   *     then
   * @throws HistoryUnavailable if the store cannot be used; its message says whether anything is
   *     stored, and importing again does no harm
   */
  public Either<FileRefused, MigrationReport> migrate(MigrationRequest request, Progress progress) {
    return survey(request, progress)
        .peekLeft(refused -> LOG.atWarn().log("old history refused: {}", refused.message()))
        .map(survey -> store(survey, request, progress));
  }

  private Either<FileRefused, LegacySurvey> survey(MigrationRequest request, Progress progress) {
    progress.begin("Reading the file", Progress.UNKNOWN);
    try {
      return legacyHistory.survey(request.file(), request.reading());
    } finally {
      progress.end();
    }
  }

  private MigrationReport store(LegacySurvey survey, MigrationRequest request, Progress progress) {
    if (request.dryRun()) {
      return new MigrationReport(survey, null, null);
    }
    history.counts(); // A store that cannot be used is not found out behind a copy made for it.
    Path backup = legacyHistory.backUp(survey, request.backupDirectory());
    RecordingSummary recorded = record(survey, request, progress);
    LOG.atInfo()
        .addKeyValue("file", survey.file())
        .addKeyValue("records", survey.records())
        .addKeyValue("added", recorded.added())
        .addKeyValue("updated", recorded.updated())
        .addKeyValue("unchanged", recorded.unchanged())
        .addKeyValue("quarantined", survey.quarantinedCount())
        .log("old history imported");
    return new MigrationReport(survey, recorded, backup);
  }

  private RecordingSummary record(
      LegacySurvey survey, MigrationRequest request, Progress progress) {
    progress.begin("Importing runs", survey.runs());
    try {
      return history.recordAll(watched(legacyHistory.runs(survey, request.reading()), progress));
    } finally {
      progress.end();
    }
  }

  private static Iterator<Run> watched(Iterator<Run> runs, Progress progress) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return runs.hasNext();
      }

      @Override
      public Run next() {
        Run run = runs.next();
        progress.advance();
        return run;
      }
    };
  }
}
