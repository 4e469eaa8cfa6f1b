package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.QuarantinedRecord;
import org.updateall.domain.history.Run;

/**
 * Reads a file once from its first to its last byte, and says what it holds; a second time only to
 * count the executions where records replace one another.
 */
final class SurveyTaker {

  private final Path file;
  private final LegacyReading reading;
  private final IdentityTally tally = new IdentityTally();
  private final List<QuarantinedRecord> quarantined = new ArrayList<>();
  private long records;
  private long readable;
  private long executions;

  private SurveyTaker(Path file, LegacyReading reading) {
    this.file = file;
    this.reading = reading;
  }

  /**
   * @throws BrokenFileException if the file is not an old history from beginning to end
   * @throws IOException if it cannot be read
   */
  static Surveyed survey(Path file, LegacyReading reading) throws IOException {
    return new SurveyTaker(file, reading).survey();
  }

  /** What was found, and which identities more than one record bears. */
  record Surveyed(LegacySurvey survey, RepeatedIdentities repeated) {}

  private Surveyed survey() throws IOException {
    try (RecordStream stream = RecordStream.open(file)) {
      RunReader reader = new RunReader(reading);
      for (Option<RawRecord> next = stream.next(); next.isDefined(); next = stream.next()) {
        records++;
        reader.read(next.get()).peek(this::count).peekLeft(this::quarantine);
      }
      return surveyed(stream.sha256(), stream.size());
    }
  }

  private void count(Run run) {
    readable++;
    executions += run.executions().size();
    tally.add(run.runId());
  }

  private void quarantine(QuarantinedRecord record) {
    if (quarantined.size() < LegacySurvey.MAX_QUARANTINED) {
      quarantined.add(record);
    }
  }

  private Surveyed surveyed(String sha256, long size) throws IOException {
    RepeatedIdentities repeated = tally.repeated();
    LegacySurvey survey = survey(sha256, size, repeated.replacedRecords());
    boolean replaced = survey.repeated() > 0;
    return new Surveyed(replaced ? recounted(survey, repeated) : survey, repeated);
  }

  /** The same, but counting the executions of those records only that no later one replaces. */
  private LegacySurvey recounted(LegacySurvey survey, RepeatedIdentities repeated)
      throws IOException {
    executions = 0;
    try (RunWalk walk = RunWalk.open(survey, reading, repeated)) {
      for (Option<Run> run = walk.next(); run.isDefined(); run = walk.next()) {
        executions += run.get().executions().size();
      }
    }
    return survey(survey.sha256(), survey.bytes(), survey.repeated());
  }

  private LegacySurvey survey(String sha256, long size, long replaced) {
    return new LegacySurvey(
        file,
        sha256,
        size,
        records,
        readable - replaced,
        executions,
        replaced,
        records - readable,
        quarantined);
  }
}
