package org.updateall.application.importing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.importing.KnownUpdates.Known;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Reconciliation;
import org.updateall.domain.importing.SightedUpdate;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SourceMachine;

/**
 * Use case: bring in what a machine remembers of past updates. Every source is read, each as far as
 * it can be; what several tell of the same update is stored once; what the history has already
 * stays, and is completed where a source tells more. Bringing it in again adds nothing, and what a
 * log no longer holds is not taken back.
 */
public final class ImportSystemHistory {

  private static final Logger LOG = LoggerFactory.getLogger(ImportSystemHistory.class);

  private final List<HistoryImporter> importers;
  private final RunHistory history;

  /**
   * @param importers in the order in which they are believed where several tell the same
   */
  public ImportSystemHistory(List<HistoryImporter> importers, RunHistory history) {
    this.importers = List.copyOf(importers);
    this.history = history;
  }

  /** Every source that can be read, in their order. */
  public List<HistoryImporter> importers() {
    return importers;
  }

  /** Those that nobody has to name, and that a machine has and lets be read, in their order. */
  public List<HistoryImporter> found(SourceMachine machine) {
    return importers.stream()
        .filter(each -> !each.onlyWhenNamed())
        .filter(each -> GuardedDetection.of(each, machine).state() == State.FOUND)
        .toList();
  }

  /**
   * @throws IllegalArgumentException if a source is named that there is no importer for
   * @throws HistoryUnavailable if the store cannot be used; importing again does no harm
   */
  public SystemImportReport importHistory(SystemImportRequest request, Progress progress) {
    List<HistoryImporter> chosen = chosen(request.sources());
    if (!request.dryRun()) {
      history.counts(); // A store that cannot be used is not found out behind all the reading.
    }
    List<SourceReading> readings = read(chosen, request, progress);
    List<Sighting> sightings =
        readings.stream().flatMap(reading -> reading.sightings().stream()).toList();
    Reconciliation reconciliation =
        Reconciliation.of(sightings, chosen.stream().map(HistoryImporter::id).toList());
    return store(readings, reconciliation, request, progress);
  }

  private List<HistoryImporter> chosen(List<String> sources) {
    if (sources.isEmpty()) {
      return importers.stream().filter(each -> !each.onlyWhenNamed()).toList();
    }
    for (String source : sources) {
      if (importers.stream().noneMatch(each -> each.id().equals(source))) {
        throw new IllegalArgumentException(
            "there is no source '%s'; there are %s"
                .formatted(
                    source,
                    String.join(", ", importers.stream().map(HistoryImporter::id).toList())));
      }
    }
    return importers.stream().filter(each -> sources.contains(each.id())).toList();
  }

  private static List<SourceReading> read(
      List<HistoryImporter> chosen, SystemImportRequest request, Progress progress) {
    List<SourceReading> readings = new ArrayList<>();
    progress.begin("Reading sources", chosen.size());
    try {
      for (HistoryImporter importer : chosen) {
        readings.add(SourceReading.of(importer, request));
        progress.advance();
      }
      return readings;
    } finally {
      progress.end();
    }
  }

  private SystemImportReport store(
      List<SourceReading> readings,
      Reconciliation reconciliation,
      SystemImportRequest request,
      Progress progress) {
    List<SightedUpdate> updates = reconciliation.updates();
    KnownUpdates known = KnownUpdates.in(history, request.hostname(), updates);
    List<SightedUpdate> added = new ArrayList<>();
    List<Completed> completed = new ArrayList<>();
    long recordedBefore = 0;
    for (SightedUpdate update : updates) {
      Option<Known> same = known.same(update, request.hostname());
      if (same.isEmpty()) {
        added.add(update);
      } else if (!same.get().isImported()) {
        recordedBefore++;
      } else if (tellsMore(update, same.get())) {
        completed.add(new Completed(update, same.get()));
      }
    }
    SystemImportReport report =
        new SystemImportReport(
            readings.stream().map(SourceReading::report).toList(),
            updates.size(),
            reconciliation.leftOut().size(),
            recordedBefore,
            updates.size() - added.size() - completed.size() - recordedBefore,
            added.stream().collect(groupingBy(SightedUpdate::plugin, counting())),
            completed.size(),
            request.dryRun() || (added.isEmpty() && completed.isEmpty())
                ? null
                : history.recordAll(runs(added, completed, request.hostname(), progress)));
    log(report);
    return report;
  }

  /** An update that the history has, and of which more is known now. */
  private record Completed(SightedUpdate update, Known known) {}

  /** Whether all that told of the known update do so still, and others as well. */
  private static boolean tellsMore(SightedUpdate update, Known known) {
    return update.importers().containsAll(known.sources())
        && update.importers().size() > known.sources().size();
  }

  private static Iterator<Run> runs(
      List<SightedUpdate> added, List<Completed> completed, String hostname, Progress progress) {
    progress.begin("Storing updates", added.size() + completed.size());
    Iterator<SightedUpdate> first = added.iterator();
    Iterator<Completed> second = completed.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = first.hasNext() || second.hasNext();
        if (!more) {
          progress.end();
        }
        return more;
      }

      @Override
      public Run next() {
        progress.advance();
        if (first.hasNext()) {
          SightedUpdate update = first.next();
          return update.toRun(update.runId(hostname), update.executionId(hostname), hostname);
        }
        Completed each = second.next();
        return each.update().toRun(each.known().runId(), each.known().executionId(), hostname);
      }
    };
  }

  private static void log(SystemImportReport report) {
    LOG.atInfo()
        .addKeyValue("updates", report.updates())
        .addKeyValue("added", report.addedInAll())
        .addKeyValue("completed", report.completed())
        .log("system history imported");
  }
}
