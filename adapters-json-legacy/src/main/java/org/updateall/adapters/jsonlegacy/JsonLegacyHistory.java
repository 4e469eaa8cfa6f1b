package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.Run;

/**
 * The history.json files of the Python update-all. Of several records with one identity the last
 * stands for it, at its place. Safe for use by several threads.
 *
 * <p>Which identities occur more than once is remembered from the last survey, if they are not too
 * many, so that the usual walk after a survey reads the file once; else the file is surveyed again.
 */
final class JsonLegacyHistory implements LegacyHistory {

  private static final int MAX_REMEMBERED = 100_000;

  private volatile @Nullable Remembered remembered;

  private record Remembered(String sha256, LegacyReading reading, RepeatedIdentities repeated) {}

  @Override
  public Either<FileRefused, LegacySurvey> survey(Path file, LegacyReading reading) {
    try {
      return Either.right(surveyed(file, reading).survey());
    } catch (IOException fault) {
      return Either.left(Refusal.of(file, fault));
    }
  }

  @Override
  public Iterator<Run> runs(LegacySurvey survey, LegacyReading reading) {
    return new RunIterator(
        survey.file(), () -> RunWalk.open(survey, reading, repeated(survey, reading)));
  }

  @Override
  public Path backUp(LegacySurvey survey, Path directory) {
    try {
      return new Backup(survey, directory).make();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private SurveyTaker.Surveyed surveyed(Path file, LegacyReading reading) throws IOException {
    SurveyTaker.Surveyed surveyed = SurveyTaker.survey(file, reading);
    if (surveyed.repeated().size() <= MAX_REMEMBERED) {
      remembered = new Remembered(surveyed.survey().sha256(), reading, surveyed.repeated());
    }
    return surveyed;
  }

  private RepeatedIdentities repeated(LegacySurvey survey, LegacyReading reading)
      throws IOException {
    Remembered last = remembered;
    return last != null && last.sha256.equals(survey.sha256()) && last.reading.equals(reading)
        ? last.repeated
        : surveyed(survey.file(), reading).repeated();
  }
}
