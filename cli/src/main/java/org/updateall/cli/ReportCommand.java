package org.updateall.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.reporting.ReportRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.reporting.HistoryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes a page of the history, what is expected, and how forecasts have held. */
@Command(
    name = "report",
    description = {
      "Make a page to look at in a browser: the next run, every plugin's past runs beside what had been "
          + "foretold of them, how well forecasts hold, what updates cost, and what failed.",
      "",
      "It is one file that needs nothing else and loads nothing, and that only you may read. A page that "
          + "is there already is replaced.",
      "",
      "Of past runs of which nothing was foretold, such as imported ones, it shows what the models say of "
          + "them from the runs before, and marks it so."
    },
    footer = {
      "",
      "Examples:",
      "  update-all report --open",
      "  update-all report --output ~/updates.html --days 90",
      "  update-all report --plugin apt,snap"
    })
final class ReportCommand implements Callable<Integer> {

  private static final int DAYS = 365;

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("report.html");

  @Option(
      names = "--plugin",
      paramLabel = "NAME",
      split = ",",
      description = "Only these plugins, with commas between them (default: all).")
  private List<String> plugins = List.of();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Show the runs of the last N days (default: ${DEFAULT-VALUE}).")
  private int days = DAYS;

  @Mixin private HostChoice host = new HostChoice();

  @Option(names = "--open", description = "Show it in the browser.")
  private boolean open;

  @Override
  public Integer call() {
    Session session = root.session();
    List<PluginName> names =
        plugins.stream().map(word -> PluginParameters.name("--plugin", word)).distinct().toList();
    Instant from = LastDays.begin(session, days);
    ReportFile file = new ReportFile(output);
    int code = file.check(session);
    return code == ExitCode.DONE ? report(session, names, from, file) : code;
  }

  private int report(Session session, List<PluginName> names, Instant from, ReportFile file) {
    try (UpdateAll updateAll = session.open()) {
      return host.scope(session, updateAll)
          .fold(
              code -> code,
              scope -> {
                HistoryReport report =
                    updateAll.report(request(session, names, scope, from), session.progress());
                return conclude(session, updateAll, report, file, names);
              });
    }
  }

  private static ReportRequest request(
      Session session, List<PluginName> names, HostScope scope, Instant from) {
    EstimateRequest estimate =
        new EstimateRequest(
            names, scope, TrainingOptions.defaults(), PredictionInterval.DEFAULT_LEVEL);
    return new ReportRequest(
        estimate, from, session.zone(), Runtime.getRuntime().availableProcessors());
  }

  private int conclude(
      Session session,
      UpdateAll updateAll,
      HistoryReport report,
      ReportFile file,
      List<PluginName> names) {
    int written = file.write(session, updateAll, report);
    if (written != ExitCode.DONE) {
      return written;
    }
    report.warnings().forEach(session::remark);
    if (session.json()) {
      session.printJson(document(report, file));
    } else {
      tell(session, report, file);
    }
    int shown = open ? show(session, file) : ExitCode.DONE;
    int known = ForecastChoices.complainOf(session, updateAll.unknownPlugins(names, report.host()));
    return Math.max(shown, known);
  }

  private void tell(Session session, HistoryReport report, ReportFile file) {
    session.print(
        "%s of %s in the last %s: %s"
            .formatted(
                Count.of(report.runs(), "run"),
                Count.of(report.plugins().size(), "plugin"),
                Count.of(days, "day"),
                file.file()));
    if (report.runs() == 0) {
      session.remark(
          "There is nothing to show in that time. Bring in what this machine remembers:"
              + " update-all import --from-system");
    }
  }

  private static Map<String, Object> document(HistoryReport report, ReportFile file) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.file().toAbsolutePath().toString());
    document.put("made_at", report.madeAt().toString());
    document.put("runs", report.runs());
    document.put("plugins", report.plugins().stream().map(each -> each.plugin().value()).toList());
    document.put("failures", report.failuresInAll());
    document.put("warnings", report.warnings());
    return document;
  }

  private static int show(Session session, ReportFile file) {
    Viewer viewer = session.viewer();
    if (viewer.show(file.file())) {
      return ExitCode.DONE;
    }
    session.complain(
        "%s cannot show it here; open it in a browser yourself".formatted(viewer.program()));
    return ExitCode.NOT_AS_HOPED;
  }
}
