package org.updateall.domain.importing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepPhase;

/**
 * One update as one or several sources saw it: what the first is silent about, the next tells.
 *
 * @param members those that saw all that they could see of it, the one that gives its identity
 *     first; of one plugin
 * @param parts those that saw a piece of it, in the order of time
 * @param coverage which part of the update is known together
 */
public record SightedUpdate(List<Sighting> members, List<Sighting> parts, Coverage coverage) {

  /** Logs round to the second, each in its own way. */
  public static final Duration TOLERANCE = TimeSpan.TOLERANCE;

  /**
   * @throws IllegalArgumentException if there are no members, or one is of another plugin
   */
  public SightedUpdate {
    members = List.copyOf(members);
    parts = List.copyOf(parts);
    requireNonNull(coverage, "coverage");
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an update that nothing saw");
    }
    PluginName plugin = members.get(0).plugin();
    if (Stream.concat(members.stream(), parts.stream())
        .anyMatch(each -> !each.plugin().equals(plugin))) {
      throw new IllegalArgumentException("not all of them are of the plugin " + plugin);
    }
  }

  /** The sighting that gives its identity. */
  public Sighting primary() {
    return members.get(0);
  }

  public PluginName plugin() {
    return primary().plugin();
  }

  /** The importers that saw any of it, the one of the identity first. */
  public Set<String> importers() {
    Set<String> importers = new LinkedHashSet<>();
    Stream.concat(members.stream(), parts.stream()).map(Sighting::importer).forEach(importers::add);
    return importers;
  }

  /** When it began: the earliest of what its members say. */
  public Instant start() {
    return members.stream().map(Sighting::start).min(Instant::compareTo).orElseThrow();
  }

  /** When it ended: the latest of what its members say; absent if it was cut off. */
  public @Nullable Instant end() {
    return members.stream()
        .map(Sighting::end)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** Whether it lies within that span, but for the rounding of logs. */
  public boolean isWithin(Instant from, Instant to) {
    return new TimeSpan(from, to).encloses(span());
  }

  /** Whether it is as good as that span: both begin together, or share half of the shorter. */
  public boolean isMostlyWithin(Instant from, Instant to) {
    return new TimeSpan(from, to).isMostlyThatOf(span());
  }

  private TimeSpan span() {
    return TimeSpan.of(members);
  }

  /** The identity of its run on that machine. */
  public RunId runId(String hostname) {
    return new RunId(id("run", hostname));
  }

  /** The identity of its execution on that machine. */
  public ExecutionId executionId(String hostname) {
    return new ExecutionId(id("execution", hostname));
  }

  private UUID id(String what, String hostname) {
    return NameBasedId.of("imported " + what, hostname, primary().importer(), primary().nativeId());
  }

  /**
   * The run that it was, with one execution, under these identities.
   *
   * @param hostname the machine that it ran on
   */
  public Run toRun(RunId runId, ExecutionId executionId, String hostname) {
    Instant end = end();
    PluginExecution execution =
        PluginExecution.builder(executionId, runId, plugin(), status())
            .times(start(), end)
            .packages(first(Sighting::packagesUpdated, parts), null)
            .errorMessage(
                status() == ExecutionStatus.SUCCESS
                    ? null
                    : first(Sighting::errorMessage, List.of()))
            .exitCode(first(Sighting::exitCode, List.of()))
            .provenance(
                new Provenance(importers().stream().collect(joining("+")), coverage, isAmbiguous()))
            .steps(new StepsOfUpdate(this).of(executionId))
            .estimates(estimates(executionId))
            .build();
    return new Run(runId, start(), end, hostname, null, null, List.of(execution), null);
  }

  private ExecutionStatus status() {
    return primary().status();
  }

  private boolean isAmbiguous() {
    return Stream.concat(members.stream(), parts.stream()).anyMatch(Sighting::ambiguousTime);
  }

  private List<Estimate> estimates(ExecutionId executionId) {
    Integer packages = first(Sighting::packagesAnnounced, List.of());
    return packages == null
        ? List.of()
        : List.of(
            new Estimate(
                executionId, 0, StepPhase.EXECUTE, null, null, null, null, packages, null, null));
  }

  /** What the first member that is not silent says; else what the others' first one does. */
  private <T> @Nullable T first(
      Function<Sighting, @Nullable T> figure, Collection<Sighting> others) {
    return Stream.concat(members.stream(), others.stream())
        .map(figure)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }
}
