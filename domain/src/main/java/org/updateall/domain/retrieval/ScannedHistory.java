package org.updateall.domain.retrieval;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * Answers every question by going through all runs: the plainest thing that keeps the promises of
 * {@link HistoryQueries}, for stores that have no way of their own. The runs may come in any order,
 * each identity once; what their source throws is passed on as it is. As safe for several threads
 * as the source is.
 */
public final class ScannedHistory implements HistoryQueries {

  /** Where the runs come from. */
  @FunctionalInterface
  public interface Source {

    /** Hands every run to the visitor. */
    void forEach(Consumer<Run> visitor);
  }

  private final Source source;

  public ScannedHistory(Source source) {
    this.source = source;
  }

  @Override
  public List<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    source.forEach(run -> hosts.add(run.hostname()));
    return List.copyOf(hosts);
  }

  @Override
  public List<PluginStatistics> pluginStatistics(HistoryFilter filter) {
    return outcomesByPlugin(filter).entrySet().stream()
        .map(plugin -> PluginStatistics.of(plugin.getKey(), plugin.getValue()))
        .toList();
  }

  @Override
  public Activity activity(HistoryFilter filter) {
    ActivityTally tally = new ActivityTally();
    tallyInto(time -> tally, filter);
    return tally.activity();
  }

  @Override
  public List<PeriodActivity> activityByPeriod(
      HistoryFilter filter, PeriodLength length, ZoneId zone) {
    Map<Period, ActivityTally> tallies = new TreeMap<>();
    tallyInto(
        time -> tallies.computeIfAbsent(length.periodOf(time, zone), period -> new ActivityTally()),
        filter);
    return tallies.entrySet().stream()
        .map(period -> new PeriodActivity(period.getKey(), period.getValue().activity()))
        .toList();
  }

  @Override
  public List<RecentExecution> recentExecutions(HistoryFilter filter, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    return parts(filter).stream()
        .map(Part::recent)
        .sorted(RecentExecution.NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<SeriesPoint> executionSeries(HistoryFilter filter, Measure measure) {
    return parts(filter).stream()
        .flatMap(part -> part.point(measure))
        .sorted(SeriesPoint.OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<SeriesPoint> stepSeries(
      HistoryFilter filter, Measure measure, @Nullable String stepName) {
    return parts(filter).stream()
        .flatMap(part -> part.stepPoints(measure, stepName))
        .sorted(SeriesPoint.OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<AnnouncementAccuracy> announcementAccuracy(HistoryFilter filter) {
    return AnnouncementAccuracy.of(
        parts(filter).stream().flatMap(ScannedHistory::announcedPairs).toList());
  }

  @Override
  public List<TrainingTable> trainingTables(HistoryFilter filter, ZoneId zone) {
    HistoryFilter everyExecution =
        HistoryFilter.everything().ofPlugins(filter.plugins()).on(filter.host()).in(filter.phase());
    return parts(everyExecution).stream()
        .sorted(Part.OLDEST_FIRST)
        .collect(groupingBy(Part::plugin, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(plugin -> new TrainingTable(plugin.getKey(), rows(plugin.getValue(), filter, zone)))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static List<TrainingRow> rows(List<Part> parts, HistoryFilter filter, ZoneId zone) {
    Map<String, Instant> previous = new HashMap<>();
    List<TrainingRow> rows = new ArrayList<>();
    for (Part part : parts) {
      Instant before = previous.put(part.run().hostname(), part.startedAt());
      if (filter.includes(part.run(), part.execution())) {
        rows.add(
            TrainingRow.of(
                part.outcome(), before, Announcement.of(part.counted().estimates()), zone));
      }
    }
    return rows;
  }

  private void tallyInto(Function<Instant, ActivityTally> tallyOf, HistoryFilter filter) {
    source.forEach(
        run -> {
          if (filter.includes(run)) {
            tallyOf.apply(run.startTime()).addRun();
          }
          parts(run, filter)
              .forEach(part -> tallyOf.apply(part.startedAt()).add(part.plugin(), part.outcome()));
        });
  }

  private Map<PluginName, List<ExecutionOutcome>> outcomesByPlugin(HistoryFilter filter) {
    return parts(filter).stream()
        .sorted(Part.OLDEST_FIRST)
        .collect(groupingBy(Part::plugin, TreeMap::new, mapping(Part::outcome, toList())));
  }

  private List<Part> parts(HistoryFilter filter) {
    List<Part> parts = new ArrayList<>();
    source.forEach(run -> parts(run, filter).forEach(parts::add));
    return parts;
  }

  private static Stream<Part> parts(Run run, HistoryFilter filter) {
    return run.executions().stream()
        .filter(execution -> filter.includes(run, execution))
        .map(execution -> new Part(run, execution, filter.phase()));
  }

  private static Stream<AnnouncedPair> announcedPairs(Part part) {
    return Announcement.lastOfEachPhase(part.counted().estimates()).stream()
        .flatMap(estimate -> announcedPairs(part.execution(), estimate));
  }

  private static Stream<AnnouncedPair> announcedPairs(
      PluginExecution execution, Estimate estimate) {
    PluginExecution phase = PhaseOfExecution.of(execution, estimate.phase());
    return Stream.of(AnnouncedMeasure.values())
        .flatMap(measure -> Stream.ofNullable(announcedPair(measure, phase, estimate)));
  }

  private static @Nullable AnnouncedPair announcedPair(
      AnnouncedMeasure measure, PluginExecution phase, Estimate estimate) {
    Double announced = measure.announcedBy(estimate);
    return announced == null
        ? null
        : new AnnouncedPair(
            phase.pluginName(), measure, announced, measure.actualOf(phase), estimate.confidence());
  }

  /** An execution, the run that it is part of, and the phase that counts. */
  private record Part(Run run, PluginExecution execution, @Nullable StepPhase phase) {

    static final Comparator<Part> OLDEST_FIRST =
        comparing(Part::startedAt)
            .thenComparing(part -> part.execution().executionId())
            .thenComparing(part -> part.run().runId());

    PluginName plugin() {
      return execution.pluginName();
    }

    Instant startedAt() {
      return Option.of(execution.startTime()).getOrElse(run.startTime());
    }

    PluginExecution counted() {
      return PhaseOfExecution.of(execution, phase);
    }

    ExecutionOutcome outcome() {
      return ExecutionOutcome.of(run, execution, phase);
    }

    RecentExecution recent() {
      return new RecentExecution(
          run.runId(),
          plugin(),
          outcome(),
          execution.endTime(),
          execution.errorMessage(),
          execution.exitCode());
    }

    Stream<SeriesPoint> point(Measure measure) {
      return measure.of(counted()).toJavaStream().map(value -> point(startedAt(), null, value));
    }

    Stream<SeriesPoint> stepPoints(Measure measure, @Nullable String stepName) {
      return counted().steps().stream()
          .filter(step -> stepName == null || stepName.equals(step.stepName()))
          .flatMap(step -> stepPoint(measure, step));
    }

    private Stream<SeriesPoint> stepPoint(Measure measure, StepMetrics step) {
      Instant time = Option.of(step.startTime()).getOrElse(startedAt());
      SeriesPoint.Step which = new SeriesPoint.Step(step.ordinal(), step.stepName(), step.phase());
      return measure.of(step).toJavaStream().map(value -> point(time, which, value));
    }

    private SeriesPoint point(Instant time, SeriesPoint.@Nullable Step step, double value) {
      return new SeriesPoint(
          time,
          run.runId(),
          execution.executionId(),
          plugin(),
          run.hostname(),
          execution.status(),
          step,
          value);
    }
  }
}
