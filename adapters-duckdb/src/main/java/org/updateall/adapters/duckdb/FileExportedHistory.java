package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.ExportChanged;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.exchange.ExportedHistory;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/** Reads what {@link FileHistoryExport} wrote. */
final class FileExportedHistory implements ExportedHistory {

  private static final Logger LOG = LoggerFactory.getLogger(FileExportedHistory.class);

  /** Their identities must fit into memory. */
  private static final int MAX_RUNS = 1_000_000;

  private static final int MAX_MODELS = 100_000;

  @Inject
  FileExportedHistory() {}

  @Override
  public boolean claims(Path file) {
    try {
      return FileKind.of(file) != FileKind.OTHER;
    } catch (IOException e) {
      LOG.debug("{} cannot be looked into", file, e);
      return false;
    }
  }

  @Override
  public Either<FileRefused, ExportSurvey> survey(Path file, Runnable eachRun) {
    try {
      FileKind kind = FileKind.of(file);
      if (kind != FileKind.TABLES && kind != FileKind.JSON) {
        return Either.left(notAnExport(file, kind));
      }
      String digest = digest(file, kind);
      try (ExportReading reading = open(file, kind)) {
        return Either.right(survey(file, digest, reading, eachRun));
      }
    } catch (ExportFault e) {
      LOG.debug("An export is refused", e);
      return Either.left(e.refusal());
    } catch (IOException | SQLException e) {
      return Either.left(
          new FileRefused(
              file,
              "",
              "it cannot be read: " + Breakdown.clause(e),
              "Nothing was stored; see to it that this user may read it."));
    }
  }

  @Override
  public <T> T readRuns(ExportSurvey survey, Function<Iterator<Run>, T> reader) {
    try (ExportReading reading = reopen(survey)) {
      return reader.apply(elements(survey, reading::nextRun));
    }
  }

  @Override
  public <T> T readModels(ExportSurvey survey, Function<Iterator<TrainedModel>, T> reader) {
    try (ExportReading reading = reopen(survey)) {
      Iterator<TrainedModel> models = elements(survey, reading::nextModel);
      return reader.apply(skippingRuns(survey, reading, models));
    }
  }

  private static ExportReading open(Path file, FileKind kind) throws IOException, SQLException {
    return kind == FileKind.JSON ? JsonReading.open(file) : TableReading.open(file);
  }

  private static ExportReading reopen(ExportSurvey survey) {
    try {
      FileKind kind = FileKind.of(survey.file());
      if ((kind == FileKind.TABLES || kind == FileKind.JSON)
          && digest(survey.file(), kind).equals(survey.sha256())) {
        return open(survey.file(), kind);
      }
      throw new ExportChanged(survey.file(), null);
    } catch (ExportFault | IOException | SQLException e) {
      throw new ExportChanged(survey.file(), e);
    }
  }

  /** Of a file, or of the manifest, in which the digests of all tables stand. */
  private static String digest(Path file, FileKind kind) throws IOException {
    return Sha256.of(kind == FileKind.JSON ? file : file.resolve(Manifest.FILE_NAME));
  }

  private static ExportSurvey survey(
      Path file, String digest, ExportReading reading, Runnable eachRun) {
    ExportTally tally = new ExportTally();
    countRuns(reading, tally, eachRun);
    countModels(reading, tally);
    Manifest.Counts announced = reading.end();
    Manifest.Counts found = new Manifest.Counts(tally.counts(), tally.models());
    if (!announced.equals(found)) {
      throw new ExportFault(
          file, "", "it should hold %s, and holds %s".formatted(announced, found));
    }
    return new ExportSurvey(
        file, reading.format(), reading.exportedAt(), tally.counts(), tally.models(), digest);
  }

  private static void countRuns(ExportReading reading, ExportTally tally, Runnable eachRun) {
    Set<RunId> seen = new HashSet<>();
    for (Run run = reading.nextRun(); run != null; run = reading.nextRun()) {
      if (!seen.add(run.runId())) {
        throw reading.fault("run %s is there twice".formatted(run.runId()));
      }
      if (seen.size() > MAX_RUNS) {
        throw reading.fault("there are more than %,d runs".formatted(MAX_RUNS));
      }
      tally.add(run);
      eachRun.run();
    }
  }

  private static void countModels(ExportReading reading, ExportTally tally) {
    Set<SeriesKey> seen = new HashSet<>();
    for (TrainedModel model = reading.nextModel(); model != null; model = reading.nextModel()) {
      if (!seen.add(model.key())) {
        throw reading.fault("the model of that series is there twice");
      }
      if (seen.size() > MAX_MODELS) {
        throw reading.fault("there are more than %,d models".formatted(MAX_MODELS));
      }
      tally.addModels(1);
    }
  }

  private static <T> Iterator<T> elements(ExportSurvey survey, Supplier<@Nullable T> source) {
    return new Iterator<>() {
      private @Nullable T head;
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (head == null && !ended) {
          head = unchanged(survey, source);
          ended = head == null;
        }
        return head != null;
      }

      @Override
      public T next() {
        T next = hasNext() ? head : null;
        if (next == null) {
          throw new NoSuchElementException();
        }
        head = null;
        return next;
      }
    };
  }

  private static <T> Iterator<T> skippingRuns(
      ExportSurvey survey, ExportReading reading, Iterator<T> models) {
    boolean unused =
        unchanged(
            survey,
            () -> {
              reading.skipRuns();
              return true;
            });
    return models;
  }

  private static <T extends @Nullable Object> T unchanged(
      ExportSurvey survey, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ExportFault e) {
      throw new ExportChanged(survey.file(), e);
    }
  }

  private static FileRefused notAnExport(Path file, FileKind kind) {
    return new FileRefused(file, "", "it is " + kind.words(), remedy(kind));
  }

  private static String remedy(FileKind kind) {
    return switch (kind) {
      case MANIFEST, PARQUET, CSV -> "Name the directory of the export in which it lies.";
      case DATABASE -> "Use it as it is: --db FILE.";
      case COMPRESSED -> "Unpack it first.";
      case TABLES, JSON, DIRECTORY, OTHER ->
          "Name an export of this program (a directory or a file), or an old history.json.";
    };
  }
}
