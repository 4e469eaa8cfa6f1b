package org.updateall.domain.exchange;

import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;

/** Keeps exports in memory, for tests; several stores may share them as they share a disk. */
public final class InMemoryExchange implements HistoryExport, ExportedHistory {

  /** The exports, by their place. */
  public static final class Disk {
    private final Map<Path, Content> exports = new HashMap<>();

    /** Something else takes the place of what is there. */
    public void change(Path file) {
      Content content = exports.get(file);
      if (content != null) {
        exports.put(
            file, new Content(content.report, content.runs, content.models, "another digest"));
      }
    }
  }

  private record Content(
      ExportReport report, List<Run> runs, List<TrainedModel> models, String digest) {}

  private final RunHistory history;
  private final InMemoryModelStore models;
  private final Disk disk;

  public InMemoryExchange(RunHistory history, InMemoryModelStore models, Disk disk) {
    this.history = history;
    this.models = models;
    this.disk = disk;
  }

  @Override
  public Either<TargetRefused, ExportReport> write(ExportRequest request, Runnable eachRun) {
    return place(request.target(), request.replace()).map(target -> written(request, eachRun));
  }

  @Override
  public Either<TargetRefused, Path> place(Path wanted, boolean replace) {
    boolean taken = disk.exports.containsKey(wanted) || Files.exists(wanted);
    return Files.isDirectory(wanted) || (taken && !replace)
        ? Either.left(new TargetRefused(wanted, "is there already", "Name another."))
        : Either.right(wanted);
  }

  private ExportReport written(ExportRequest request, Runnable eachRun) {
    List<Run> runs = new ArrayList<>();
    history.visit(
        request.filter(),
        run -> {
          runs.add(run);
          eachRun.run();
        });
    List<TrainedModel> kept = request.isWhole() ? models.all() : List.of();
    ExportReport report =
        new ExportReport(request.target(), request.format(), counts(runs), kept.size());
    disk.exports.put(request.target(), new Content(report, runs, kept, "digest"));
    return report;
  }

  @Override
  public boolean claims(Path file) {
    return disk.exports.containsKey(file) || Files.isDirectory(file);
  }

  @Override
  public Either<FileRefused, ExportSurvey> survey(Path file, Runnable eachRun) {
    Content content = disk.exports.get(file);
    if (content == null) {
      return Either.left(new FileRefused(file, "", "it is no export", "Name another."));
    }
    content.runs.forEach(run -> eachRun.run());
    return Either.right(
        new ExportSurvey(
            file,
            content.report.format(),
            Instant.EPOCH,
            content.report.counts(),
            content.models.size(),
            content.digest));
  }

  @Override
  public <T> T readRuns(ExportSurvey survey, Function<Iterator<Run>, T> reader) {
    return reader.apply(content(survey).runs.iterator());
  }

  @Override
  public <T> T readModels(ExportSurvey survey, Function<Iterator<TrainedModel>, T> reader) {
    return reader.apply(content(survey).models.iterator());
  }

  private Content content(ExportSurvey survey) {
    Content content = disk.exports.get(survey.file());
    if (content == null || !content.digest.equals(survey.sha256())) {
      throw new ExportChanged(survey.file(), null);
    }
    return content;
  }

  private static HistoryCounts counts(List<Run> runs) {
    List<PluginExecution> executions =
        runs.stream().flatMap(run -> run.executions().stream()).toList();
    return new HistoryCounts(
        runs.size(),
        executions.size(),
        executions.stream().mapToLong(each -> each.steps().size()).sum(),
        executions.stream().mapToLong(each -> each.estimates().size()).sum());
  }
}
