package org.updateall.cli;

import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.migrating.MigrationReport;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.QuarantinedRecord;
import org.updateall.domain.history.RecordingSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings an old history, an export, or what the machine remembers in. */
@Command(
    name = "import",
    description = {
      "Bring in the history.json of the Python update-all, what export wrote, or, with "
          + "--from-system, what package managers have logged.",
      "",
      "A file is told by its content. It is read whole before anything is stored, and "
          + "importing it again changes nothing.",
      "",
      "An old history is copied beside the database first. A record of it that cannot be read "
          + "without guessing is left out and reported; the others are imported. An export is "
          + "imported as it was written, or not at all.",
      "",
      "--from-system reads the logs of apt, dpkg, dnf, pacman, zypper, PackageKit, snap, flatpak, npm "
          + "and the journal, as far as they are there and may be read. What several of them tell of "
          + "the same update is stored once. Nothing on the machine is changed.",
      "",
      "--fleet brings in what the hosts of a fleet have put into its tree. What of it cannot be read "
          + "is left out and reported, and the rest is stored."
    },
    footer = {
      "",
      "Examples:",
      "  update-all import history.json --dry-run",
      "  update-all import --from-system",
      "  update-all import everything.json",
      "  update-all import --fleet /srv/fleet"
    })
final class ImportCommand implements Callable<Integer> {

  private static final int SHOWN_WITHOUT_JSON = 20;

  @ParentCommand private UpdateAllCommand root;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|SOURCE",
      description =
          "The file, or the directory of an export (default: history.json beside the default "
              + "database). With --from-system: the sources to read (default: all but the histories "
              + "of shells, which are read only where they are named).")
  private List<String> named = List.of();

  @Option(
      names = "--from-system",
      description = "Bring in what the logs of package managers remember of past updates.")
  private boolean fromSystem;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "With --from-system: only updates that began then or later; a date such as 2026-01-31, or "
              + "an instant such as 2026-01-31T12:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "With --from-system: read another machine's logs, of which the tree of files lies in DIR.")
  private @Nullable Path tree;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The zone of times written without one, such as Europe/Warsaw or +02:00 (default: UTC for "
              + "an old history, the machine's own for its logs).")
  private @Nullable String zone;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "Of an old history: the machine of runs that name none (default: this one). With --root: "
              + "the name of that machine (default: as its tree tells).")
  private @Nullable String host;

  @Option(
      names = "--fleet",
      paramLabel = "DIR",
      description = "Bring in the tree that the hosts of a fleet export into.")
  private @Nullable Path fleet;

  @Option(names = "--dry-run", description = "Read and report only; store nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Session session = root.session();
    if (fleet != null) {
      return callWithFleet(session, fleet);
    }
    return fromSystem ? callFromSystem(session) : callWithFile(session);
  }

  private int callFromSystem(Session session) {
    SystemHistory wanted = new SystemHistory(named, since, tree, zone, host, dryRun);
    try (UpdateAll updateAll = session.open()) {
      return wanted.bringIn(session, updateAll);
    }
  }

  private int callWithFleet(Session session, Path directory) {
    if (fromSystem || !named.isEmpty() || since != null || tree != null || zone != null) {
      throw new UsageException(
          "--fleet goes with neither FILE, --from-system, --since, --root nor --zone");
    }
    if (host != null) {
      throw new UsageException("--host does not go with --fleet, whose runs name their hosts");
    }
    try (UpdateAll updateAll = session.open()) {
      return updateAll
          .importFleet(directory, dryRun, session.progress())
          .fold(
              refused -> {
                session.complain(refused.message());
                return ExitCode.FILE_REFUSED;
              },
              report -> ImportedFleet.show(session, report));
    }
  }

  private int callWithFile(Session session) {
    if (since != null || tree != null) {
      throw new UsageException("--since and --root go with --from-system");
    }
    if (named.size() > 1) {
      throw new UsageException("one file at a time; with --from-system several sources");
    }
    Path source = named.isEmpty() ? session.locations().legacyHistory() : file(named.get(0));
    LegacyReading reading = reading(session);
    try (UpdateAll updateAll = session.open()) {
      if (updateAll.looksLikeAnExport(source)) {
        return updateAll
            .importExport(source, dryRun, session.progress())
            .fold(
                refused -> refuse(session, refused),
                report -> ImportedExport.show(session, report));
      }
      Either<FileRefused, MigrationReport> outcome =
          updateAll.importLegacyHistory(source, reading, dryRun, session.progress());
      return outcome.fold(refused -> refuse(session, refused), report -> show(session, report));
    }
  }

  /**
   * @throws UsageException if there is no such zone, or no machine can have that name
   */
  private LegacyReading reading(Session session) {
    try {
      return new LegacyReading(
          zone == null ? ZoneOffset.UTC : session.zone(zone),
          host == null ? session.settings().hostname() : host);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--host: " + e.getMessage());
    }
  }

  private static Path file(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("'%s' names no file".formatted(name));
    }
  }

  private int refuse(Session session, FileRefused refused) {
    session.complain(refused.message());
    if (named.isEmpty() && Files.notExists(refused.file())) {
      session.remark("Name the file to import: update-all import FILE");
    }
    return ExitCode.FILE_REFUSED;
  }

  private static int show(Session session, MigrationReport report) {
    if (session.json()) {
      session.printJson(document(report));
    } else {
      summarise(session, report);
    }
    return session.complainOfEach(report.discrepancies());
  }

  private static void summarise(Session session, MigrationReport report) {
    LegacySurvey survey = report.survey();
    RecordingSummary recorded = report.recorded();
    session.heading("%s: %s".formatted(survey.file(), Count.of(survey.records(), "record")));
    if (recorded == null) {
      session.print(
          "Would import %s with %s. Nothing was stored (dry run)."
              .formatted(
                  Count.of(survey.runs(), "run"),
                  Count.of(survey.executions(), "plugin execution")));
    } else {
      session.print(
          "Imported: %,d new, %,d changed, %,d already there."
              .formatted(recorded.added(), recorded.updated(), recorded.unchanged()));
    }
    if (survey.repeated() > 0) {
      session.print("%s repeated in the file.".formatted(Count.of(survey.repeated(), "record")));
    }
    showQuarantined(session, survey);
    if (recorded != null) {
      session.print(
          "The database now holds %s with %s%s."
              .formatted(
                  Count.of(recorded.after().runs(), "run"),
                  Count.of(recorded.after().executions(), "plugin execution"),
                  report.discrepancies().isEmpty() ? "; the counts agree" : ""));
      session.remark("A copy of the file is kept as " + report.backup());
    }
  }

  private static void showQuarantined(Session session, LegacySurvey survey) {
    if (survey.quarantinedCount() == 0) {
      return;
    }
    session.print(
        "%s not imported, because reading would have meant guessing:"
            .formatted(Count.of(survey.quarantinedCount(), "record")));
    List<QuarantinedRecord> shown =
        survey.quarantined().stream().limit(SHOWN_WITHOUT_JSON).toList();
    for (QuarantinedRecord record : shown) {
      session.print(
          "  record %d (line %d%s): %s"
              .formatted(
                  record.number(),
                  record.line(),
                  record.id() == null ? "" : ", id " + record.id(),
                  String.join("; ", record.reasons())));
    }
    if (survey.quarantinedCount() > shown.size()) {
      session.print(
          "  and %d more; --json lists them.".formatted(survey.quarantinedCount() - shown.size()));
    }
    session.print("Mend them in the file and import it again; nothing is imported twice.");
  }

  static Map<String, Object> document(MigrationReport report) {
    LegacySurvey survey = report.survey();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", survey.file().toString());
    document.put("sha256", survey.sha256());
    document.put("records", survey.records());
    document.put("runs", survey.runs());
    document.put("executions", survey.executions());
    document.put("repeated", survey.repeated());
    RecordingSummary recorded = report.recorded();
    document.put("dry_run", recorded == null);
    if (recorded != null) {
      document.put("added", recorded.added());
      document.put("updated", recorded.updated());
      document.put("unchanged", recorded.unchanged());
      document.put("runs_in_database", recorded.after().runs());
      document.put("executions_in_database", recorded.after().executions());
    }
    document.put("backup", report.backup() == null ? null : report.backup().toString());
    document.put("discrepancies", report.discrepancies());
    document.put("quarantined", survey.quarantinedCount());
    document.put(
        "quarantined_records", survey.quarantined().stream().map(ImportCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(QuarantinedRecord record) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("record", record.number());
    document.put("line", record.line());
    document.put("id", record.id());
    document.put("reasons", record.reasons());
    return document;
  }
}
