package org.updateall.application.importing;

import static java.util.stream.Collectors.toSet;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.importing.SightedUpdate;

/** The updates of a machine that the history has, found by identity and by time. */
final class KnownUpdates {

  /** How many updates before one are looked at: those before them are long over. */
  private static final int NEIGHBOURS = 64;

  /**
   * An update that the history has.
   *
   * @param sources which logs told of it, the one of the identity first; none if update-all ran it,
   *     or an old history has it
   */
  record Known(
      RunId runId, ExecutionId executionId, Instant start, Instant end, List<String> sources) {

    boolean isImported() {
      return !sources.isEmpty();
    }
  }

  private final Map<RunId, Known> byId = new HashMap<>();

  /** Those that an update is the same as already, by its identity or by its time. */
  private final Set<RunId> taken = new HashSet<>();

  private final Map<PluginName, TreeMap<Instant, List<Known>>> byTime = new HashMap<>();

  static KnownUpdates in(RunHistory history, String hostname, List<SightedUpdate> updates) {
    KnownUpdates known = new KnownUpdates();
    updates.forEach(update -> known.taken.add(update.runId(hostname)));
    Set<PluginName> plugins = updates.stream().map(SightedUpdate::plugin).collect(toSet());
    if (!plugins.isEmpty()) {
      history.visit(
          HistoryFilter.everything().ofPlugins(plugins).on(HostScope.only(hostname)),
          run -> known.add(run, plugins));
    }
    return known;
  }

  /** The one of that identity, else one that is the same by its time. */
  Option<Known> same(SightedUpdate update, String hostname) {
    return Option.of(byId.get(update.runId(hostname))).orElse(() -> sameByTime(update));
  }

  private void add(Run run, Set<PluginName> plugins) {
    for (PluginExecution execution : run.executions()) {
      if (plugins.contains(execution.pluginName())) {
        Known known = known(run, execution);
        byId.put(run.runId(), known);
        byTime
            .computeIfAbsent(execution.pluginName(), plugin -> new TreeMap<>())
            .computeIfAbsent(known.start(), start -> new ArrayList<>())
            .add(known);
      }
    }
  }

  private static Known known(Run run, PluginExecution execution) {
    Instant start = execution.startTime() == null ? run.startTime() : execution.startTime();
    Instant end = execution.endTime() == null ? start : execution.endTime();
    Provenance provenance = execution.provenance();
    return new Known(
        run.runId(),
        execution.executionId(),
        start,
        end,
        provenance == null ? List.of() : provenance.sources());
  }

  private Option<Known> sameByTime(SightedUpdate update) {
    TreeMap<Instant, List<Known>> times = byTime.get(update.plugin());
    Instant end = update.end();
    return times == null
        ? Option.none()
        : Option.ofOptional(
            times
                .headMap((end == null ? update.start() : end).plus(SightedUpdate.TOLERANCE), true)
                .descendingMap()
                .values()
                .stream()
                .limit(NEIGHBOURS)
                .flatMap(List::stream)
                .filter(known -> isSame(known, update))
                .findFirst());
  }

  /**
   * Whether both are of the same update. What update-all ran itself may have been several of them;
   * what a source told of is one, and no other's.
   */
  private boolean isSame(Known known, SightedUpdate update) {
    boolean overlaps = update.isMostlyWithin(known.start(), known.end());
    return known.isImported()
        ? overlaps && taken.add(known.runId())
        : overlaps || update.isWithin(known.start(), known.end());
  }
}
