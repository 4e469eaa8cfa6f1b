package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.io.Closeable;
import java.io.IOException;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.Run;

/**
 * One walk through a surveyed file, run by run: each identity once, where the last of its records
 * stands. At the end it is made sure, by size and digest, that this is the file surveyed.
 */
final class RunWalk implements Closeable {

  private final LegacySurvey survey;
  private final RunReader reader;
  private final RepeatedIdentities.Countdown countdown;
  private final RecordStream records;

  private RunWalk(
      LegacySurvey survey,
      LegacyReading reading,
      RepeatedIdentities repeated,
      RecordStream records) {
    this.survey = survey;
    this.reader = new RunReader(reading);
    this.countdown = repeated.countdown();
    this.records = records;
  }

  static RunWalk open(LegacySurvey survey, LegacyReading reading, RepeatedIdentities repeated)
      throws IOException {
    return new RunWalk(survey, reading, repeated, RecordStream.open(survey.file()));
  }

  /**
   * The next run; none after the last.
   *
   * @throws BrokenFileException if the file is no longer the one surveyed
   */
  Option<Run> next() throws IOException {
    for (Option<RawRecord> record = records.next(); record.isDefined(); record = records.next()) {
      Option<Run> run = reader.read(record.get()).toOption();
      if (run.exists(found -> countdown.isLast(found.runId()))) {
        return run;
      }
    }
    requireSurveyed();
    return Option.none();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private void requireSurveyed() throws BrokenFileException {
    if (records.size() != survey.bytes() || !records.sha256().equals(survey.sha256())) {
      throw Faults.changedMeanwhile();
    }
  }
}
