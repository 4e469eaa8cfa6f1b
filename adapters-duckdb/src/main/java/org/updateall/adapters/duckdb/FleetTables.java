package org.updateall.adapters.duckdb;

import java.util.List;
import org.updateall.domain.fleet.FleetRow;

/** The tables of a fleet's tree. */
final class FleetTables {

  static final ExportTable<FleetRow> OUTCOMES = ParquetFleetTree.TABLE;
  static final ExportTable<ForetoldRow> PREDICTIONS =
      new ExportTable<>(LedgerTable.NAME, ForetoldRow.class);
  static final ExportTable<HostRow> HOSTS = new ExportTable<>("hosts", HostRow.class);

  /** The column that says which version wrote a row, where a table has no such component. */
  static final String FORMAT = "format";

  private FleetTables() {}

  /** Those that runs are put together from. */
  static List<ExportTable<?>> ofRuns() {
    return List.of(
        ExportTable.EXECUTIONS, ExportTable.STEPS, ExportTable.ESTIMATES, ExportTable.RUNS);
  }

  /**
   * Those that have a file of each month, runs last: what is interrupted before leaves parts
   * without runs, which shows, and not runs without parts.
   */
  static List<ExportTable<?>> ofMonths() {
    return List.of(
        OUTCOMES,
        PREDICTIONS,
        ExportTable.EXECUTIONS,
        ExportTable.STEPS,
        ExportTable.ESTIMATES,
        ExportTable.RUNS);
  }

  /** What is selected of a table after its own columns. */
  static String further(ExportTable<?> table) {
    return table.columnNames().contains(FORMAT)
        ? ""
        : ", %d AS %s".formatted(FleetRow.FORMAT, FORMAT);
  }
}
