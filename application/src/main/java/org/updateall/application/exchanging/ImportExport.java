package org.updateall.application.exchanging;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.exchange.ExportChanged;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.exchange.ExportedHistory;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;

/**
 * Use case: bring an export in. It is read whole before anything is stored; then all runs are
 * stored in one transaction, and after them the models, of which each stands for itself. A run that
 * is known says afterwards what the export says of it; a model takes the place only of one that was
 * trained before it. Bringing the same export in again changes nothing.
 */
public final class ImportExport {

  private static final Logger LOG = LoggerFactory.getLogger(ImportExport.class);
  private static final int MODELS_AT_ONCE = 100;

  private final ExportedHistory exports;
  private final RunHistory history;
  private final ModelStore models;

  public ImportExport(ExportedHistory exports, RunHistory history, ModelStore models) {
    this.exports = exports;
    this.history = history;
    this.models = models;
  }

  /**
   * @param dryRun whether only to look
   * @return the refusal, if the export is not whole and right; nothing is stored then
   * @throws ExportChanged if it is changed while it is read; no run is stored then
   * @throws HistoryUnavailable if the store cannot be used; importing again does no harm
   */
  public Either<FileRefused, ImportReport> bringIn(Path file, boolean dryRun, Progress progress) {
    return survey(file, progress)
        .peekLeft(refused -> LOG.atWarn().log("export refused: {}", refused.message()))
        .map(survey -> dryRun ? new ImportReport(survey, null, 0) : store(survey, progress));
  }

  private Either<FileRefused, ExportSurvey> survey(Path file, Progress progress) {
    progress.begin("Reading the export", Progress.UNKNOWN);
    try {
      return exports.survey(file, () -> {});
    } finally {
      progress.end();
    }
  }

  private ImportReport store(ExportSurvey survey, Progress progress) {
    RecordingSummary recorded = record(survey, progress);
    long kept = exports.readModels(survey, this::keep);
    LOG.atInfo()
        .addKeyValue("file", survey.file())
        .addKeyValue("added", recorded.added())
        .addKeyValue("updated", recorded.updated())
        .addKeyValue("unchanged", recorded.unchanged())
        .addKeyValue("models", kept)
        .log("export imported");
    return new ImportReport(survey, recorded, kept);
  }

  private RecordingSummary record(ExportSurvey survey, Progress progress) {
    progress.begin("Importing runs", survey.counts().runs());
    try {
      return exports.readRuns(survey, runs -> history.recordAll(new Watched(runs, progress)));
    } finally {
      progress.end();
    }
  }

  private long keep(Iterator<TrainedModel> all) {
    long kept = 0;
    while (all.hasNext()) {
      List<TrainedModel> some = new ArrayList<>();
      while (some.size() < MODELS_AT_ONCE && all.hasNext()) {
        some.add(all.next());
      }
      kept += keepLater(some);
    }
    return kept;
  }

  private int keepLater(List<TrainedModel> some) {
    Map<SeriesKey, TrainedModel> known =
        models.findAll(some.stream().map(TrainedModel::key).toList());
    List<TrainedModel> later =
        some.stream().filter(model -> isLater(model, known.get(model.key()))).toList();
    models.saveAll(later);
    return later.size();
  }

  private static boolean isLater(TrainedModel model, @Nullable TrainedModel known) {
    return known == null || model.provenance().trainedAt().isAfter(known.provenance().trainedAt());
  }

  /** Runs whose passing is told. */
  private record Watched(Iterator<Run> elements, Progress progress) implements Iterator<Run> {

    @Override
    public boolean hasNext() {
      return elements.hasNext();
    }

    @Override
    public Run next() {
      Run next = elements.next();
      progress.advance();
      return next;
    }
  }
}
