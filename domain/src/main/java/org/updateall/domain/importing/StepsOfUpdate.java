package org.updateall.domain.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * Lays the steps of an update one after another, so that their elapsed times add up to that of the
 * whole: each lasts until the next begins, those of one name make one step, and what a session did
 * before and after the transaction in it are steps of their own. What is known of the update as a
 * whole and cannot be divided, such as its CPU time, is told by a step without times.
 */
final class StepsOfUpdate {

  private static final String PREPARING = "prepare";
  private static final String INSTALLING = "install";
  private static final String UPDATING = "update";
  private static final String CHECKING = "check";
  private static final String FINISHING = "finish";
  private static final String TOGETHER = "together";
  private static final double NANOS_PER_SECOND = 1e9;

  /** A stretch of time within the update. */
  private record Stretch(
      String name, StepPhase phase, Instant start, @Nullable Instant end, ResourceUsage usage) {

    double seconds() {
      return end == null ? 0 : secondsBetween(start, end);
    }
  }

  private final SightedUpdate update;

  StepsOfUpdate(SightedUpdate update) {
    this.update = update;
  }

  List<StepMetrics> of(ExecutionId executionId) {
    List<StepMetrics> steps = new ArrayList<>();
    byName().forEach((name, same) -> steps.add(step(executionId, steps.size(), name, same)));
    ResourceUsage together = together();
    if (together.equals(ResourceUsage.unmeasured())) {
      return steps;
    }
    if (steps.size() == 1 && isSilent(steps.get(0).usage())) {
      return List.of(with(steps.get(0), together));
    }
    steps.add(
        new StepMetrics(
            executionId, steps.size(), TOGETHER, phaseOfAll(), null, null, together, null));
    return steps;
  }

  private Map<String, List<Stretch>> byName() {
    Map<String, List<Stretch>> byName = new LinkedHashMap<>();
    stretches()
        .forEach(each -> byName.computeIfAbsent(each.name(), n -> new ArrayList<>()).add(each));
    return byName;
  }

  private List<Stretch> stretches() {
    Sighting inner = update.primary();
    Instant end = inner.end();
    if (end == null) {
      Instant known = update.end();
      return known == null
          ? List.of(stretch(nameOfAll(), phaseOfAll(), inner.start(), null))
          : divided(inner.start(), known);
    }
    List<Stretch> stretches = new ArrayList<>();
    if (update.start().isBefore(inner.start())) {
      stretches.add(stretch(PREPARING, StepPhase.DOWNLOAD, update.start(), inner.start()));
    }
    stretches.addAll(divided(inner.start(), end));
    Instant last = update.end();
    if (last != null && end.isBefore(last)) {
      stretches.add(stretch(FINISHING, StepPhase.EXECUTE, end, last));
    }
    return stretches;
  }

  /** The stretches from one of the steps that are known to the next. */
  private List<Stretch> divided(Instant from, Instant to) {
    List<SightedStep> steps = knownSteps(from, to);
    if (steps.isEmpty()) {
      return List.of(stretch(nameOfAll(), phaseOfAll(), from, to));
    }
    List<Stretch> stretches = new ArrayList<>();
    Instant begin = from;
    for (int i = 0; i < steps.size(); i++) {
      SightedStep step = steps.get(i);
      Instant end = i + 1 < steps.size() ? startOf(steps.get(i + 1), begin) : to;
      stretches.add(new Stretch(step.name(), step.phase(), begin, end, step.usage()));
      begin = end;
    }
    return stretches;
  }

  private static Instant startOf(SightedStep step, Instant earliest) {
    Instant start = step.start();
    return start == null || start.isBefore(earliest) ? earliest : start;
  }

  /** Of the first member that tells steps, else of the parts; those with a beginning in between. */
  private List<SightedStep> knownSteps(Instant from, Instant to) {
    List<SightedStep> steps =
        Stream.concat(
                update.members().stream().map(Sighting::steps),
                Stream.of(update.parts().stream().flatMap(part -> part.steps().stream()).toList()))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(List.of());
    return steps.stream()
        .filter(step -> step.start() != null && !step.start().isAfter(to))
        .sorted(Comparator.comparing(step -> startOf(step, from)))
        .toList();
  }

  private static StepMetrics step(
      ExecutionId executionId, int ordinal, String name, List<Stretch> same) {
    Stretch first = same.get(0);
    Instant end = same.get(same.size() - 1).end();
    ResourceUsage usage = same.size() == 1 ? first.usage() : ResourceUsage.unmeasured();
    return new StepMetrics(
        executionId,
        ordinal,
        name,
        first.phase(),
        first.start(),
        end,
        end == null
            ? usage
            : usage.toBuilder()
                .wallClockSeconds(same.stream().mapToDouble(Stretch::seconds).sum())
                .build(),
        null);
  }

  private static StepMetrics with(StepMetrics step, ResourceUsage together) {
    return new StepMetrics(
        step.executionId(),
        step.ordinal(),
        step.stepName(),
        step.phase(),
        step.startTime(),
        step.endTime(),
        together.toBuilder().wallClockSeconds(step.usage().wallClockSeconds()).build(),
        null);
  }

  /** What the members know of all of it: of each the first that knows anything. */
  private ResourceUsage together() {
    return update.members().stream()
        .map(Sighting::usage)
        .filter(usage -> !usage.equals(ResourceUsage.unmeasured()))
        .findFirst()
        .orElse(ResourceUsage.unmeasured());
  }

  private static boolean isSilent(ResourceUsage usage) {
    return usage.toBuilder().wallClockSeconds(null).build().equals(ResourceUsage.unmeasured());
  }

  private String nameOfAll() {
    return switch (update.primary().extent()) {
      case PART, TRANSACTION -> INSTALLING;
      case SESSION -> update.coverage() == Coverage.CHECK ? CHECKING : UPDATING;
      case CHECK -> CHECKING;
    };
  }

  private StepPhase phaseOfAll() {
    return update.coverage() == Coverage.CHECK ? StepPhase.CHECK : StepPhase.EXECUTE;
  }

  private static Stretch stretch(
      String name, StepPhase phase, Instant start, @Nullable Instant end) {
    return new Stretch(name, phase, start, end, ResourceUsage.unmeasured());
  }

  private static double secondsBetween(Instant start, Instant end) {
    Duration time = Duration.between(start, end);
    return time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
  }
}
