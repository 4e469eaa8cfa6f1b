package org.updateall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.reporting.ReportRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.TargetHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Draws a plugin through time, in the terminal or into a file. */
@Command(
    name = "plot",
    description = {
      "Draw the past runs of a plugin, what had been foretold of them, and the next runs.",
      "",
      "Without --output it is drawn here: a column for each run, those outside their 90 %% range marked "
          + "below, and beside them the next runs with their 50 %% and 90 %% ranges. Only successful runs "
          + "are drawn.",
      "",
      "Examples:",
      "  update-all plot apt",
      "  update-all plot apt --metric download --days 90",
      "  update-all plot apt --output apt.svg"
    })
final class PlotCommand implements Callable<Integer> {

  /** Beyond it no calendar goes. */
  private static final int MOST_DAYS = 700_000;

  @ParentCommand private UpdateAllCommand root;

  @Parameters(paramLabel = "PLUGIN", description = "Which plugin.")
  private String plugin = "";

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      converter = TargetWord.Converter.class,
      description =
          "What to draw (default: wall, the elapsed time). One of " + TargetWord.CHOICES + ".")
  private Target target = Target.WALL_CLOCK;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Draw into that file, which ends in .svg or .png. A file is replaced only if update-all "
              + "has drawn it.")
  private @Nullable Path output;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Only the runs of the last N days (default: all).")
  private @Nullable Integer days;

  @Mixin private HostChoice host = new HostChoice();

  @Override
  public Integer call() {
    Session session = root.session();
    PluginName name = PluginParameters.name("PLUGIN", plugin);
    Instant from = from(session);
    PictureFile file = output == null ? null : new PictureFile(output);
    int code = file == null ? ExitCode.DONE : file.check(session);
    if (code != ExitCode.DONE) {
      return code;
    }
    try (UpdateAll updateAll = session.open()) {
      return host.scope(session, updateAll)
          .fold(refused -> refused, scope -> plot(session, updateAll, name, scope, from, file));
    }
  }

  private int plot(
      Session session,
      UpdateAll updateAll,
      PluginName name,
      HostScope scope,
      @Nullable Instant from,
      @Nullable PictureFile file) {
    int code = ForecastChoices.complainOf(session, updateAll.unknownPlugins(List.of(name), scope));
    if (code != ExitCode.DONE) {
      return code;
    }
    HistoryReport report = report(session, updateAll, name, scope, from);
    report.warnings().forEach(session::complain);
    return report.plugins().stream()
        .flatMap(each -> each.targets().stream())
        .findFirst()
        .map(history -> show(session, updateAll, report, history, file))
        .orElseGet(() -> nothing(session, name));
  }

  private HistoryReport report(
      Session session,
      UpdateAll updateAll,
      PluginName name,
      HostScope scope,
      @Nullable Instant from) {
    EstimateRequest estimate =
        new EstimateRequest(
            List.of(name), scope, TrainingOptions.defaults(), PredictionInterval.DEFAULT_LEVEL);
    int threads = Runtime.getRuntime().availableProcessors();
    return updateAll.report(
        new ReportRequest(estimate, Set.of(target), from, threads), session.progress());
  }

  private int show(
      Session session,
      UpdateAll updateAll,
      HistoryReport report,
      TargetHistory history,
      @Nullable PictureFile file) {
    int code = file == null ? ExitCode.DONE : file.write(session, updateAll.pictures(), history);
    if (session.json()) {
      session.printJson(PlotDocument.of(report, history));
    } else if (file == null) {
      new PlotReport(history, hasModel(report)).show(session);
    }
    return code;
  }

  private boolean hasModel(HistoryReport report) {
    return report.next().plugins().stream()
        .flatMap(each -> each.prediction(target).toJavaStream())
        .anyMatch(each -> each.basis() == Basis.MODEL);
  }

  private int nothing(Session session, PluginName name) {
    session.complain(
        "no successful run of %s%s measured the %s. What was measured tells: update-all stats %s"
            .formatted(
                name.value(),
                days == null ? "" : " in that time",
                TargetWord.inWords(target),
                name.value()));
    return ExitCode.NOT_AS_HOPED;
  }

  private @Nullable Instant from(Session session) {
    if (days == null) {
      return null;
    }
    if (days < 1) {
      throw new UsageException("--days must be above 0, and is " + days);
    }
    if (days > MOST_DAYS) {
      throw new UsageException("--days: no calendar goes back that far");
    }
    return session.settings().clock().instant().minus(Duration.ofDays(days));
  }
}
