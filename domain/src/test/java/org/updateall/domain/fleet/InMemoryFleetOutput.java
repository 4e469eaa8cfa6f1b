package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.updateall.domain.exchange.TargetRefused;

/** An output for tests that holds everything itself. */
public final class InMemoryFleetOutput implements FleetOutput {

  private final Map<Path, Written> unfinished = new HashMap<>();
  private final Map<Path, Finished> finished = new HashMap<>();
  private final Set<Path> taken = new HashSet<>();
  private final Set<Path> foreign = new HashSet<>();
  private int partsWritten;
  private int failingPart = Integer.MAX_VALUE;

  /** A part while it is unfinished, and after. */
  public record Part(List<FleetForecast> forecasts, List<FleetModel> models) {}

  private record Written(String plan, SortedMap<Integer, Part> parts) {}

  /** What a finished one holds. */
  public record Finished(List<Part> parts, PriorTable priors, List<PartitionReport> partitions) {

    public List<FleetForecast> forecasts() {
      return parts.stream().flatMap(part -> part.forecasts().stream()).toList();
    }

    public List<FleetModel> models() {
      return parts.stream().flatMap(part -> part.models().stream()).toList();
    }
  }

  /** Lets writing that part fail. */
  public void failAt(int part) {
    failingPart = part;
  }

  /** How many parts were written in all. */
  public int partsWritten() {
    return partsWritten;
  }

  public void putSomethingElse(Path target) {
    foreign.add(target);
  }

  public Finished at(Path target) {
    return finished.getOrDefault(target, new Finished(List.of(), PriorTable.none(), List.of()));
  }

  @Override
  public Either<TargetRefused, FleetOutput.Draft> begin(Path target, String plan) {
    if (foreign.contains(target)) {
      return Either.left(
          new TargetRefused(
              target, "is there already, and is no output of this command", "Name another place."));
    }
    if (!taken.add(target)) {
      return Either.left(
          new TargetRefused(
              target,
              "is being written by another process",
              "Wait for it, or name another place."));
    }
    Written before = unfinished.get(target);
    if (before == null || !before.plan().equals(plan)) {
      before = new Written(plan, new TreeMap<>());
      unfinished.put(target, before);
    }
    return Either.right(new Writing(target, before.parts()));
  }

  private final class Writing implements FleetOutput.Draft {

    private final Path target;
    private final SortedMap<Integer, Part> parts;

    Writing(Path target, SortedMap<Integer, Part> parts) {
      this.target = target;
      this.parts = parts;
    }

    @Override
    public boolean hasPart(int number) {
      return parts.containsKey(number);
    }

    @Override
    public void writePart(int number, List<FleetForecast> forecasts, List<FleetModel> models) {
      if (number == failingPart) {
        throw new IllegalStateException("no part " + number);
      }
      partsWritten++;
      parts.put(number, new Part(List.copyOf(forecasts), List.copyOf(models)));
    }

    @Override
    public FleetOutput.Counts finish(PriorTable priors, List<PartitionReport> partitions) {
      Finished all = new Finished(List.copyOf(parts.values()), priors, List.copyOf(partitions));
      finished.put(target, all);
      unfinished.remove(target);
      return new FleetOutput.Counts(all.forecasts().size(), all.models().size());
    }

    @Override
    public void close() {
      taken.remove(target);
    }
  }
}
