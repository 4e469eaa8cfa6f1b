package org.updateall.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.application.importing.SourceReport;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.cli.Table.Column;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.SkippedRecord;

/** Shows what bringing in what a machine remembers came to. */
final class ImportedSystemHistory {

  private static final int SHOWN_PER_REASON = 3;
  private static final int SHOWN_REASONS = 8;

  private ImportedSystemHistory() {}

  static void show(Session session, SystemImportReport report, boolean dryRun) {
    showSources(session, report.sources());
    showAbsent(session, report.sources());
    report.sources().forEach(source -> showSkipped(session, source));
    showOutcome(session, report, dryRun);
  }

  /** Complains of what could not be read; the exit code. */
  static int conclude(Session session, SystemImportReport report) {
    List<String> failures = new ArrayList<>();
    for (SourceReport source : report.sources()) {
      if (source.failure() != null) {
        failures.add("%s: %s".formatted(source.id(), source.failure()));
      }
    }
    return session.complainOfEach(failures);
  }

  private static void showSources(Session session, List<SourceReport> sources) {
    List<SourceReport> there =
        sources.stream().filter(each -> each.detection().state() != State.ABSENT).toList();
    if (there.isEmpty()) {
      session.print("This machine has no log of past updates that could be read.");
      return;
    }
    Table table =
        new Table(
            Column.left("SOURCE"),
            Column.right("FOUND"),
            Column.right("SKIPPED"),
            Column.left("WHERE"));
    for (SourceReport source : there) {
      boolean unreadable = source.detection().state() == State.UNREADABLE;
      table.row(
          source.id(),
          unreadable ? "–" : Count.of(source.found()),
          unreadable ? "–" : Count.of(source.skippedCount()),
          where(source));
    }
    session.print(table);
  }

  private static String where(SourceReport source) {
    List<String> places = source.detection().places();
    String first = places.isEmpty() ? "" : places.get(0);
    String all =
        places.size() > 1 ? "%s and %s more".formatted(first, Count.of(places.size() - 1)) : first;
    String remark = source.detection().remark();
    return remark == null ? all : "%s (%s)".formatted(all, remark);
  }

  private static void showAbsent(Session session, List<SourceReport> sources) {
    String absent =
        sources.stream()
            .filter(each -> each.detection().state() == State.ABSENT)
            .map(SourceReport::id)
            .collect(joining(", "));
    if (!absent.isEmpty()) {
      session.remark("Not on this machine: " + absent + ".");
    }
  }

  private static void showSkipped(Session session, SourceReport source) {
    Map<String, List<SkippedRecord>> byReason = new LinkedHashMap<>();
    source
        .skipped()
        .forEach(
            each -> byReason.computeIfAbsent(each.reason(), key -> new ArrayList<>()).add(each));
    byReason.entrySet().stream()
        .limit(SHOWN_REASONS)
        .forEach(
            reason ->
                session.print(
                    "  %s: %s %s"
                        .formatted(source.id(), places(reason.getValue()), reason.getKey())));
    if (byReason.size() > SHOWN_REASONS) {
      session.print(
          "  %s: and %s more; --json tells all"
              .formatted(source.id(), Count.of(byReason.size() - SHOWN_REASONS, "reason")));
    }
  }

  private static String places(List<SkippedRecord> skipped) {
    String some =
        skipped.stream()
            .limit(SHOWN_PER_REASON)
            .map(ImportedSystemHistory::place)
            .distinct()
            .collect(joining(", "));
    return skipped.size() > SHOWN_PER_REASON
        ? "%s and %s more".formatted(some, Count.of(skipped.size() - SHOWN_PER_REASON))
        : some;
  }

  private static String place(SkippedRecord record) {
    return record.line() == null
        ? record.place()
        : "%s line %d".formatted(record.place(), record.line());
  }

  private static void showOutcome(Session session, SystemImportReport report, boolean dryRun) {
    if (report.updates() == 0) {
      session.print("Nothing to bring in.");
      return;
    }
    session.print(
        "%s%s%s: %s."
            .formatted(
                Count.of(report.updates(), "update"),
                " on record",
                dryRun ? " (dry run, nothing is stored)" : "",
                String.join(", ", counts(report, dryRun))));
    RecordingSummary recorded = report.recorded();
    if (recorded != null) {
      session.print(
          "The database now holds %s with %s."
              .formatted(
                  Count.of(recorded.after().runs(), "run"),
                  Count.of(recorded.after().executions(), "plugin execution")));
    }
  }

  private static List<String> counts(SystemImportReport report, boolean dryRun) {
    List<String> counts = new ArrayList<>();
    if (report.addedInAll() > 0) {
      String byPlugin =
          new TreeMap<>(report.added())
              .entrySet().stream()
                  .map(each -> "%s %s".formatted(each.getKey(), Count.of(each.getValue())))
                  .collect(joining(", "));
      counts.add(
          "%s %s (%s)"
              .formatted(Count.of(report.addedInAll()), dryRun ? "would be new" : "new", byPlugin));
    }
    add(counts, report.completed(), dryRun ? "would be completed" : "completed");
    add(counts, report.alreadyThere(), "already there");
    add(counts, report.recordedBefore(), "recorded by update-all itself");
    if (report.sessionsLeftOut() > 0) {
      counts.add(
          "%s of several transactions told by these alone"
              .formatted(Count.of(report.sessionsLeftOut(), "session")));
    }
    return counts;
  }

  private static void add(List<String> counts, long count, String what) {
    if (count > 0) {
      counts.add(Count.of(count) + " " + what);
    }
  }
}
