package org.updateall.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.application.importing.SystemImportRequest;
import org.updateall.bootstrap.MachineTree;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SourceMachine;

/**
 * What is to be brought in of what a machine remembers.
 *
 * @param sources the sources; none for all that nobody has to name
 * @param since updates from then on; absent for all
 * @param tree where another machine's files lie; absent for this machine
 * @param zone the zone of times without one; absent for the machine's own
 * @param host what the other machine is called; absent for what its tree tells
 * @param dryRun whether only to look
 */
record SystemHistory(
    List<String> sources,
    @Nullable String since,
    @Nullable Path tree,
    @Nullable String zone,
    @Nullable String host,
    boolean dryRun) {

  /** All of what this machine remembers. */
  static SystemHistory ofThisMachine() {
    return new SystemHistory(List.of(), null, null, null, null, false);
  }

  /** Brings in what a source would have forgotten by the next run. */
  static void takeWhatIsSoonForgotten(Session session, UpdateAll updateAll) {
    List<String> sources =
        updateAll.historyImporters().stream()
            .filter(HistoryImporter::forgetsSoon)
            .map(HistoryImporter::id)
            .toList();
    SystemHistory wanted = new SystemHistory(sources, null, null, null, null, false);
    try {
      long added = wanted.importInto(session, updateAll).addedInAll();
      if (added > 0) {
        session.remark(
            "Note: %s that %s would soon have forgotten brought in."
                .formatted(Count.of(added, "earlier update"), String.join(" and ", sources)));
      }
    } catch (HistoryUnavailable e) {
      session.remark("Note: what others updated could not be brought in: " + e.getMessage());
    }
  }

  /** Brings it in and shows what came of it; the exit code. */
  int bringIn(Session session, UpdateAll updateAll) {
    SystemImportReport report = importInto(session, updateAll);
    if (session.json()) {
      session.printJson(SystemImportDocument.of(report, dryRun));
    } else {
      ImportedSystemHistory.show(session, report, dryRun);
    }
    return ImportedSystemHistory.conclude(session, report);
  }

  /**
   * Brings it in and shows nothing but progress.
   *
   * @throws UsageException if a source, a time, a zone or the tree cannot be
   */
  SystemImportReport importInto(Session session, UpdateAll updateAll) {
    try {
      return updateAll.importSystemHistory(request(session, updateAll), session.progress());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--from-system: " + e.getMessage());
    }
  }

  private SystemImportRequest request(Session session, UpdateAll updateAll) {
    return tree == null ? ofHere(session, updateAll) : ofTree(session, updateAll, tree);
  }

  private SystemImportRequest ofHere(Session session, UpdateAll updateAll) {
    if (host != null) {
      throw new UsageException("--host: this machine has its name; another one's goes with --root");
    }
    SourceMachine here = updateAll.thisMachine(session.home());
    SourceMachine machine =
        zone == null
            ? here
            : new SourceMachine(
                here.root(), here.homes(), session.zone(zone), here.now(), here.programs());
    return request(session, machine, session.settings().hostname());
  }

  private SystemImportRequest ofTree(Session session, UpdateAll updateAll, Path root) {
    try {
      ZoneId named = zone == null ? null : session.zone(zone);
      MachineTree other = updateAll.machineIn(root, named);
      String name = host == null ? other.hostname() : host;
      if (name == null) {
        throw new UsageException(
            "--root: the tree does not tell what the machine is called; name it with --host");
      }
      return request(session, other.machine(), name);
    } catch (UncheckedIOException e) {
      throw new UsageException("--root: " + e.getMessage());
    }
  }

  private SystemImportRequest request(Session session, SourceMachine machine, String hostname) {
    return new SystemImportRequest(
        machine,
        hostname,
        sources,
        PeriodChoices.time("--since", since, zone == null ? session.zone() : machine.zone()),
        dryRun);
  }
}
