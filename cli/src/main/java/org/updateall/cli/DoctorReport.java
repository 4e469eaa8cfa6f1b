package org.updateall.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import org.updateall.application.inspecting.ExaminedHistory;
import org.updateall.application.inspecting.ExaminedPlugin;
import org.updateall.application.inspecting.ExaminedSource;
import org.updateall.application.inspecting.MachineExamination;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.storage.TableRows;
import org.updateall.domain.updating.Applicability.Verdict;

/** What was found on this machine, as a person likes to read it. */
final class DoctorReport {

  private final Session session;
  private final Diagnosis diagnosis;
  private final MachineExamination examination;
  private final Sections sections = new Sections();

  private DoctorReport(Session session, Diagnosis diagnosis) {
    this.session = session;
    this.diagnosis = diagnosis;
    this.examination = diagnosis.examination();
  }

  static void show(Session session, Diagnosis diagnosis) {
    DoctorReport report = new DoctorReport(session, diagnosis);
    report.addVersion();
    report.addHistory();
    report.addFiles();
    report.addPlugins();
    report.addMeasuring();
    report.addPastUpdates();
    report.addMissing();
    report.sections.show(session);
  }

  private void addVersion() {
    sections
        .titled("Version")
        .entry("update-all", Version.number())
        .entry(
            "Java",
            "%s (%s), in %s".formatted(of("java.version"), of("java.vendor"), of("java.home")))
        .entry("system", "%s %s, %s".formatted(of("os.name"), of("os.version"), of("os.arch")))
        .entry("user", "%s, on %s".formatted(of("user.name"), session.settings().hostname()));
  }

  private static String of(String property) {
    return System.getProperty(property, "unknown");
  }

  private void addHistory() {
    ExaminedHistory history = examination.history();
    sections.titled("History").entry("database", diagnosis.database().path().toString());
    StoreSummary summary = history.summary();
    if (diagnosis.historyProblem() != null) {
      sections.entry("state", "cannot be used: " + diagnosis.historyProblem());
    } else if (summary != null) {
      addSummary(summary);
    } else if (session.settings().isLegacyHistory()) {
      sections.entry("state", "kept as the Python update-all keeps it");
    } else if (diagnosis.database().obstacle() != null) {
      sections.entry("state", "not there, and this user may not make it");
    } else {
      sections.entry("state", "not there yet; it is made by the first thing that is stored");
    }
    history.underWay().forEach(run -> sections.entry("under way", inWords(run)));
    if (history.waiting() > 0) {
      sections.entry(
          "waiting", Count.of(history.waiting(), "run") + ", stored before anything else is");
    }
  }

  private void addSummary(StoreSummary summary) {
    LocalClock clock = new LocalClock(session.zone());
    sections.entry(
        "state",
        "%s with %s, %s"
            .formatted(
                Count.of(rows(summary, "runs"), "run"),
                Count.of(rows(summary, "plugin_executions"), "plugin execution"),
                Quantity.bytes((double) (summary.bytes() + summary.journalBytes()))));
    if (summary.oldestRun() != null) {
      sections.entry(
          "runs",
          "from %s to %s (%s)"
              .formatted(
                  clock.time(summary.oldestRun()),
                  clock.time(summary.newestRun()),
                  session.zone()));
    }
    sections.entry(
        "versions",
        "tables %d, DuckDB %s".formatted(summary.schemaVersion(), summary.engineVersion()));
  }

  static long rows(StoreSummary summary, String table) {
    return summary.tables().stream()
        .filter(each -> each.table().equals(table))
        .mapToLong(TableRows::rows)
        .sum();
  }

  private String inWords(RunUnderWay run) {
    return "a run on %s since %s (process %d)"
        .formatted(
            run.run().hostname(),
            new LocalClock(session.zone()).time(run.run().startTime()),
            run.process().pid());
  }

  private void addFiles() {
    sections
        .titled("Files")
        .entry("configuration", diagnosis.configuration().inWords())
        .entry("plugins", diagnosis.plugins().inWords())
        .entry("logs", diagnosis.logs().inWords())
        .entry("cache", diagnosis.cache().inWords());
  }

  private void addPlugins() {
    sections.titled("Plugins");
    addNames("here", each -> each.applicability().verdict() == Verdict.APPLIES);
    for (ExaminedPlugin each : examination.plugins()) {
      if (each.applicability().verdict() == Verdict.UNKNOWN) {
        sections.entry("unknown", "%s: %s".formatted(each.name(), each.applicability().reason()));
      }
    }
    addNames("not here", each -> each.applicability().verdict() == Verdict.DOES_NOT_APPLY);
    if (!examination.disabled().isEmpty()) {
      sections.entry(
          "switched off",
          examination.disabled().stream().map(PluginName::value).collect(joining(", ")));
    }
    examination.refused().forEach(each -> sections.entry("refused", each.message()));
  }

  private void addNames(String label, Predicate<ExaminedPlugin> which) {
    List<ExaminedPlugin> plugins = examination.plugins().stream().filter(which).toList();
    if (!plugins.isEmpty()) {
      sections.entry(label, plugins.stream().map(DoctorReport::inWords).collect(joining(", ")));
    }
  }

  private static String inWords(ExaminedPlugin plugin) {
    return switch (plugin.origin()) {
      case SHIPPED -> plugin.name().value();
      case DECLARED -> plugin.name() + " (declared)";
      case PROTOCOL -> plugin.name() + " (executable)";
    };
  }

  private void addMeasuring() {
    Metering metering = examination.metering();
    sections.titled("Measuring");
    for (Figure figure : Figure.values()) {
      MeteringMethod method = metering.methods().get(figure);
      String absence = metering.absences().get(figure);
      if (method != null) {
        sections.entry(inWords(figure), method.words());
      } else if (absence != null) {
        sections.entry(inWords(figure), "not measured: " + absence);
      }
    }
    metering.caveats().forEach(caveat -> sections.entry("note", caveat));
  }

  private static String inWords(Figure figure) {
    return switch (figure) {
      case WALL_CLOCK -> "time";
      case CPU -> "CPU time";
      case MEMORY_PEAK -> "peak memory";
      case IO -> "storage";
      case NETWORK -> "network";
      case DOWNLOAD -> "download";
    };
  }

  private void addPastUpdates() {
    sections.titled("Past updates (update-all import --from-system)");
    for (ExaminedSource each : examination.sources()) {
      if (each.detection().state() != State.ABSENT) {
        sections.entry(each.id(), inWords(each));
      }
    }
    String absent =
        examination.sources().stream()
            .filter(each -> each.detection().state() == State.ABSENT)
            .map(ExaminedSource::id)
            .collect(joining(", "));
    if (!absent.isEmpty()) {
      sections.entry("not here", absent);
    }
  }

  private static String inWords(ExaminedSource source) {
    List<String> places = source.detection().places();
    StringBuilder text = new StringBuilder(places.isEmpty() ? "found" : places.get(0));
    if (places.size() > 1) {
      text.append(" and %s more".formatted(Count.of(places.size() - 1)));
    }
    if (source.detection().state() == State.UNREADABLE) {
      text.append("; cannot be read");
    }
    if (source.detection().remark() != null) {
      text.append(" (%s)".formatted(source.detection().remark()));
    }
    if (source.onlyWhenNamed()) {
      text.append("; private, read only when it is named");
    }
    return text.toString();
  }

  private void addMissing() {
    sections.titled("Missing");
    if (diagnosis.lacks().isEmpty()) {
      sections.entry("nothing", "all that update-all can use is here");
    }
    for (Lack each : diagnosis.lacks()) {
      sections.entry(each.area(), "%s – %s".formatted(each.what(), each.remedy()));
    }
  }
}
