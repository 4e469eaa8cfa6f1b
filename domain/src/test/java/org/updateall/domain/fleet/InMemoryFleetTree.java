package org.updateall.domain.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tree for tests that holds its files itself. */
public final class InMemoryFleetTree implements FleetTree {

  private final Map<Path, Content> files = new TreeMap<>();
  private int changes;

  /**
   * @param rows absent if it is damaged
   */
  private record Content(int change, @Nullable List<FleetRow> rows) {

    List<FleetRow> read(Path file) {
      if (rows == null) {
        throw missing(file);
      }
      return rows;
    }
  }

  public void put(Path tree, String partition, List<FleetRow> rows) {
    files.put(tree.resolve(partition), new Content(changes++, List.copyOf(rows)));
  }

  public void putDamaged(Path tree, String partition) {
    files.put(tree.resolve(partition), new Content(changes++, null));
  }

  /** All rows of a fleet, one file for each host. */
  public void put(Path tree, SyntheticFleet fleet) {
    for (int host = 0; host < fleet.hosts(); host++) {
      put(
          tree,
          "outcomes/month=2026-01/host=%s/part.parquet".formatted(fleet.host(host)),
          fleet.rows(host));
    }
  }

  @Override
  public List<PartitionFacts> survey(Path tree, Instant until, Runnable eachFile) {
    List<PartitionFacts> facts = new ArrayList<>();
    files.forEach(
        (file, content) -> {
          if (file.startsWith(tree.resolve(FleetRow.TABLE)) && isMeant(tree.relativize(file))) {
            facts.add(facts(tree.relativize(file).toString(), content, until));
            eachFile.run();
          }
        });
    return facts;
  }

  private static boolean isMeant(Path partition) {
    for (Path name : partition) {
      if (name.toString().matches("[._].*")) {
        return false;
      }
    }
    return true;
  }

  private static PartitionFacts facts(String partition, Content content, Instant until) {
    List<FleetRow> rows = content.rows();
    if (rows == null) {
      return PartitionFacts.unreadable(partition, "it is damaged");
    }
    if (rows.stream().map(FleetRow::host).distinct().count() > 1) {
      return PartitionFacts.unreadable(partition, "it names several hosts");
    }
    List<FleetRow> usable = rows.stream().filter(row -> problem(row, until) == null).toList();
    BinaryOperator<Instant> earlier = BinaryOperator.minBy(Comparator.naturalOrder());
    BinaryOperator<Instant> later = BinaryOperator.maxBy(Comparator.naturalOrder());
    BinaryOperator<String> least = BinaryOperator.minBy(Comparator.naturalOrder());
    BinaryOperator<String> greatest = BinaryOperator.maxBy(Comparator.naturalOrder());
    return new PartitionFacts(
        partition,
        null,
        of(rows, FleetRow::format, BinaryOperator.maxBy(Comparator.naturalOrder())),
        of(rows, FleetRow::host, least),
        usable.size(),
        rows.size() - usable.size(),
        rows.stream()
            .map(row -> problem(row, until))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        of(usable, FleetRow::startedAt, earlier),
        of(usable, FleetRow::startedAt, later),
        of(usable, FleetRow::executionId, least),
        of(usable, FleetRow::executionId, greatest));
  }

  private static <T> @Nullable T of(
      List<FleetRow> rows, Function<FleetRow, T> part, BinaryOperator<T> chosen) {
    return rows.stream().map(part).reduce(chosen).orElse(null);
  }

  private static @Nullable String problem(FleetRow row, Instant until) {
    boolean inTime =
        !row.startedAt().isBefore(PartitionVerdicts.EARLIEST) && !row.startedAt().isAfter(until);
    return inTime ? row.problem().getOrNull() : "it began at " + row.startedAt();
  }

  @Override
  public String version(Path tree, Collection<String> partitions) {
    return partitions.stream()
        .map(partition -> partition + "=" + content(tree.resolve(partition)).change())
        .collect(Collectors.joining(";"));
  }

  @Override
  public void visit(
      Path tree,
      Collection<String> partitions,
      Instant until,
      int latest,
      Consumer<List<FleetRow>> eachPlugin) {
    Map<String, List<FleetRow>> groups = new TreeMap<>();
    for (String partition : partitions) {
      Path file = tree.resolve(partition);
      for (FleetRow row : content(file).read(file)) {
        if (problem(row, until) == null) {
          groups
              .computeIfAbsent(row.host() + "\0" + row.pluginName(), unused -> new ArrayList<>())
              .add(row);
        }
      }
    }
    groups
        .values()
        .forEach(
            rows -> {
              rows.sort(FleetSeries.ORDER);
              eachPlugin.accept(
                  List.copyOf(rows.subList(Math.max(0, rows.size() - latest), rows.size())));
            });
  }

  private Content content(Path file) {
    Content content = files.get(file);
    if (content == null) {
      throw missing(file);
    }
    return content;
  }

  private static UncheckedIOException missing(Path file) {
    return new UncheckedIOException(new IOException(file + " cannot be read"));
  }
}
