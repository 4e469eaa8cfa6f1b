package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.updateall.domain.fleet.FleetHistories.Listing;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.history.FileRefused;

/** Looks which months of which hosts a tree has in any of the tables of histories. */
final class TreeListing {

  private final Path tree;
  private final Set<FleetPartition> partitions = new TreeSet<>(FleetPartition.ORDER);
  private final List<PartitionReport> strange = new ArrayList<>();

  private TreeListing(Path tree) {
    this.tree = tree;
  }

  static Either<FileRefused, Listing> of(Path tree) {
    List<ExportTable<?>> tables = new ArrayList<>(FleetTables.ofRuns());
    tables.add(FleetTables.PREDICTIONS);
    if (tables.stream().noneMatch(table -> Files.isDirectory(tree.resolve(table.name())))) {
      return refused(
          tree,
          Files.isDirectory(tree)
              ? "it has none of the tables that hosts export into"
              : "there is no such directory");
    }
    try {
      TreeListing listing = new TreeListing(tree);
      for (ExportTable<?> table : tables) {
        listing.add(tree.resolve(table.name()));
      }
      return Either.right(new Listing(List.copyOf(listing.partitions), listing.strange));
    } catch (IOException e) {
      return refused(tree, "it cannot be read: " + Breakdown.clause(e));
    }
  }

  private void add(Path table) throws IOException {
    for (Path month : entries(table)) {
      if (!Files.isDirectory(month)) {
        report(month);
      } else {
        for (Path host : entries(month)) {
          add(month, host);
        }
      }
    }
  }

  private void add(Path month, Path host) {
    Option<FleetPartition> partition =
        Files.isDirectory(host)
            ? FleetPartition.of(String.valueOf(month.getFileName()), name(host))
            : Option.none();
    partition.peek(partitions::add).onEmpty(() -> report(host));
  }

  private void report(Path place) {
    strange.add(
        new PartitionReport(
            tree.relativize(place).toString().replace('\\', '/'),
            0,
            0,
            "it is not named as a month of a host is (month=2026-11/host=NAME); move it elsewhere"));
  }

  /** What begins with a dot or an underscore is being written, or is about the others. */
  private static List<Path> entries(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> !name(entry).startsWith(".") && !name(entry).startsWith("_"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static <T> Either<FileRefused, T> refused(Path tree, String reason) {
    return Either.left(
        new FileRefused(tree, "", reason, "Name the directory that hosts export into."));
  }
}
