package org.updateall.cli;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.updateall.application.exchanging.TrainingExportRequest;
import org.updateall.application.fleet.FleetExportRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.history.HistoryFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the history, or training data, into files. */
@Command(
    name = "export",
    description = {
      "Write the history into files, from which import has it again.",
      "",
      "parquet and csv make a directory of tables, json one file; all hold the runs whole, and the "
          + "whole history with its trained models. legacy writes the history.json of the Python "
          + "update-all, which loses steps and announcements. With --training, one table of what "
          + "models of a plugin learn from. With --fleet, the months of one host in the tree that a "
          + "fleet of hosts shares."
    },
    footer = {
      "",
      "Examples:",
      "  update-all export everything.json",
      "  update-all export tables.csv --since 2026-01-01",
      "  update-all export apt.parquet --training apt",
      "  update-all export --fleet /srv/fleet --hash-hosts --salt-file ~/.fleet-salt"
    })
final class ExportCommand implements Callable<Integer> {

  /** The forms, as a user names them. */
  enum Format {
    PARQUET,
    CSV,
    JSON,
    LEGACY
  }

  @ParentCommand private UpdateAllCommand root;

  @Parameters(arity = "0..1", paramLabel = "PATH", description = "The file or directory to make.")
  private Path target = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "parquet|csv|json|legacy",
      description = "Its form (default: what the ending of PATH says).")
  private @Nullable Format format;

  @Mixin private HostFilter host = new HostFilter();

  @Option(
      names = "--plugin",
      paramLabel = "NAME",
      description = "Only runs with that plugin. May be given several times.")
  private List<String> plugins = List.of();

  @Mixin private PeriodChoices period = new PeriodChoices();

  @Option(
      names = "--training",
      paramLabel = "PLUGIN",
      description = "Write the training data of that plugin in the place of the history.")
  private @Nullable String training;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The zone of dates, and of day and hour in training data, such as Europe/Warsaw "
              + "(default: this machine's). Times are always written as UTC.")
  private @Nullable String zone;

  @Option(
      names = "--force",
      description = "Replace an earlier export, or a file, that is there already.")
  private boolean force;

  @Mixin private FleetChoices fleet = new FleetChoices();

  @Override
  public Integer call() {
    Session session = root.session();
    Path tree = fleet.tree();
    return tree == null ? callWithPath(session) : callForFleet(session, tree);
  }

  private int callForFleet(Session session, Path tree) {
    if (isNamed() || format != null || !plugins.isEmpty() || training != null || force) {
      throw new UsageException(
          "--fleet goes with neither PATH, --format, --plugin, --training nor --force");
    }
    ZoneId dates = zone == null ? ZoneOffset.UTC : session.zone(zone);
    Instant begin = period.begin(dates);
    if (period.end(dates) != null) {
      throw new UsageException("--until does not go with --fleet, which has whole months");
    }
    FleetExportRequest request =
        new FleetExportRequest(
            tree,
            host.named(session.settings().hostname()),
            begin == null ? null : FleetPartition.monthOf(begin),
            fleet.disclosure());
    try (UpdateAll updateAll = session.open()) {
      int code = host.exitCode(session, updateAll);
      return code == ExitCode.DONE
          ? answer(
              session,
              updateAll.exportToFleet(request, session.progress()),
              report -> ExportedFleet.show(session, report, fleet.canBeGuessed()))
          : code;
    }
  }

  private boolean isNamed() {
    return !target.toString().isEmpty();
  }

  private int callWithPath(Session session) {
    if (!isNamed()) {
      throw new UsageException("name the file or directory to make, or a tree with --fleet");
    }
    Format chosen = format();
    HistoryFilter filter = filter(session);
    try (UpdateAll updateAll = session.open()) {
      int code = export(session, updateAll, chosen, filter);
      return code == ExitCode.DONE ? host.exitCode(session, updateAll) : code;
    }
  }

  private int export(Session session, UpdateAll updateAll, Format chosen, HistoryFilter filter) {
    if (training != null) {
      return exportTraining(session, updateAll, chosen, filter, training);
    }
    if (chosen == Format.LEGACY) {
      return answer(
          session,
          updateAll.exportLegacyHistory(target, filter, force, session.progress()),
          runs -> showLegacy(session, runs));
    }
    return answer(
        session,
        updateAll.exportHistory(
            new ExportRequest(target, exchangeFormat(chosen), filter, force), session.progress()),
        report -> show(session, report));
  }

  private int exportTraining(
      Session session, UpdateAll updateAll, Format chosen, HistoryFilter filter, String plugin) {
    if (chosen == Format.LEGACY || !plugins.isEmpty()) {
      throw new UsageException("--training goes neither with --plugin nor with --format legacy");
    }
    TrainingExportRequest request =
        new TrainingExportRequest(
            PluginParameters.name("--training", plugin),
            filter,
            session.zone(zone),
            target,
            exchangeFormat(chosen),
            force);
    return answer(
        session,
        updateAll.exportTrainingData(request),
        rows -> rows.isEmpty() ? sayUnknown(session, plugin) : showTraining(session, rows.get()));
  }

  private static <T> int answer(
      Session session, Either<TargetRefused, T> outcome, ToIntFunction<T> show) {
    return outcome.fold(
        refused -> {
          session.complain(refused.message());
          return ExitCode.FILE_REFUSED;
        },
        show::applyAsInt);
  }

  private static int sayUnknown(Session session, String plugin) {
    session.complain("no execution of the plugin " + plugin + " is meant; nothing was written");
    return ExitCode.NOT_AS_HOPED;
  }

  private int show(Session session, ExportReport report) {
    if (session.json()) {
      Map<String, Object> document = document();
      document.put("format", report.format().wireName());
      document.put("runs", report.counts().runs());
      document.put("executions", report.counts().executions());
      document.put("steps", report.counts().steps());
      document.put("estimates", report.counts().estimates());
      document.put("models", report.models());
      session.printJson(document);
    } else {
      session.print(
          "Exported %s with %s and %s to %s."
              .formatted(
                  Count.of(report.counts().runs(), "run"),
                  Count.of(report.counts().executions(), "plugin execution"),
                  Count.of(report.models(), "model"),
                  target));
    }
    return ExitCode.DONE;
  }

  private int showLegacy(Session session, long runs) {
    if (session.json()) {
      Map<String, Object> document = document();
      document.put("format", "legacy");
      document.put("runs", runs);
      session.printJson(document);
    } else {
      session.print("Exported %s to %s.".formatted(Count.of(runs, "run"), target));
      session.remark("Steps, announcements and models have no place in that format.");
    }
    return ExitCode.DONE;
  }

  private int showTraining(Session session, int rows) {
    if (session.json()) {
      Map<String, Object> document = document();
      document.put("plugin", String.valueOf(training));
      document.put("rows", rows);
      session.printJson(document);
    } else {
      session.print(
          "Exported %s of training data of %s to %s."
              .formatted(Count.of(rows, "row"), training, target));
    }
    return ExitCode.DONE;
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("target", target.toAbsolutePath().normalize().toString());
    return document;
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    for (Format each : List.of(Format.PARQUET, Format.CSV, Format.JSON)) {
      if (name.endsWith("." + each.name().toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new UsageException(
        "the ending of %s names no format: give --format parquet, csv, json or legacy"
            .formatted(target));
  }

  private static ExchangeFormat exchangeFormat(Format chosen) {
    return switch (chosen) {
      case PARQUET -> ExchangeFormat.PARQUET;
      case CSV -> ExchangeFormat.CSV;
      case JSON -> ExchangeFormat.JSON;
      case LEGACY -> throw new IllegalArgumentException("legacy is no format of exchange");
    };
  }

  private HistoryFilter filter(Session session) {
    ZoneId dates = session.zone(zone);
    try {
      return HistoryFilter.everything()
          .on(host.scope())
          .ofPlugins(plugins.stream().map(name -> PluginParameters.name("--plugin", name)).toList())
          .from(period.begin(dates))
          .until(period.end(dates));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
