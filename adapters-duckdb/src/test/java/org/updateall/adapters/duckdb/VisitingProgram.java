package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PartitionFacts;

/** Reads the tree of a fleet and says what it was given. */
final class VisitingProgram {

  private static final Instant UNTIL = Instant.parse("2026-11-30T00:00:00Z");
  private static final int LATEST = 1000;

  private VisitingProgram() {}

  /** Argument: the tree. */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    ParquetFleetTree tree = new ParquetFleetTree();
    List<PartitionFacts> facts = tree.survey(directory, UNTIL, () -> {});
    System.out.printf(
        "%d rows, %d unusable%n",
        facts.stream().mapToLong(PartitionFacts::rows).sum(),
        facts.stream().mapToLong(PartitionFacts::unusable).sum());
    tree.visit(
        directory,
        facts.stream().map(PartitionFacts::partition).toList(),
        UNTIL,
        LATEST,
        VisitingProgram::tell);
    System.out.println("done");
  }

  private static void tell(List<FleetRow> rows) {
    FleetRow newest = rows.get(rows.size() - 1);
    boolean sorted = rows.stream().sorted(FleetSeries.ORDER).toList().equals(rows);
    System.out.printf(
        "%s: %d %s, the newest %s%n",
        newest.pluginName(), rows.size(), sorted ? "in order" : "mixed", newest.startedAt());
  }
}
