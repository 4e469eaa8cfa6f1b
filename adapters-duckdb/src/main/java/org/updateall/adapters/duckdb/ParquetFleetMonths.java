package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.history.Run;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * An export into a fleet's tree: the rows of a month go into a database in memory, from which its
 * files are written. What does not fit there goes to this machine's temporary files, for the tree
 * may be far away.
 */
final class ParquetFleetMonths implements FleetExport.Draft {

  private static final Logger LOG = LoggerFactory.getLogger(ParquetFleetMonths.class);
  private static final int BATCH_WEIGHT = 20_000;

  private final SharedTree tree;
  private final String host;
  private final HostTraits traits;
  private final DraftLock lock;
  private final Path scratch;
  private final DuckDBConnection connection;
  private final List<Run> runs = new ArrayList<>();
  private final List<ForetoldRow> foretold = new ArrayList<>();
  private long weight;
  private boolean changed;

  /**
   * @param lock given back at the end
   */
  ParquetFleetMonths(SharedTree tree, String host, HostTraits traits, DraftLock lock)
      throws IOException, SQLException {
    this.tree = tree;
    this.host = host;
    this.traits = traits;
    this.lock = lock;
    this.scratch = Files.createTempDirectory("update-all-export");
    try {
      this.connection = Engine.sorter(scratch);
      empty();
    } catch (SQLException e) {
      PrivateFiles.deleteTree(scratch);
      throw e;
    }
  }

  @Override
  public void add(Run run) {
    runs.add(run);
    add(RunWeight.of(run));
  }

  @Override
  public void add(ForetoldRun run) {
    foretold.addAll(ForetoldRow.of(run));
    add(run.predictions().size());
  }

  private void add(long more) {
    weight += more;
    if (weight >= BATCH_WEIGHT) {
      Unwritable.orElse(tree.root(), this::writeBatch);
    }
  }

  @Override
  public int finishMonth(YearMonth month) {
    FleetPartition partition = new FleetPartition(month, host);
    return Unwritable.unlessDone(
        tree.root().resolve(partition.path(FleetRow.TABLE)),
        () -> {
          writeBatch();
          int written = 0;
          for (ExportTable<?> table : FleetTables.ofMonths()) {
            written += replace(table, tree.root().resolve(partition.path(table.name()))) ? 1 : 0;
          }
          empty();
          changed |= written > 0;
          return written;
        });
  }

  @Override
  public void finish(Instant now) {
    Path file = ParquetFleetExport.hostFile(tree, host);
    Unwritable.orElse(
        file,
        () -> {
          append(FleetTables.HOSTS, List.of(HostRow.of(host, traits, now)));
          if (changed || !saysTheSame(file)) {
            boolean unused = replace(FleetTables.HOSTS, file);
          }
        });
  }

  @Override
  public void close() {
    try (lock) {
      connection.close();
      PrivateFiles.deleteTree(scratch);
    } catch (IOException | SQLException e) {
      LOG.warn("{} could not be removed", scratch, e);
    }
  }

  private void empty() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (ExportTable<?> table : FleetTables.ofMonths()) {
        statement.execute("DROP TABLE IF EXISTS " + table.name());
        ParquetTables.create(table, statement);
      }
      statement.execute("DROP TABLE IF EXISTS " + FleetTables.HOSTS.name());
      ParquetTables.create(FleetTables.HOSTS, statement);
    }
  }

  private void writeBatch() throws SQLException {
    RunRows made = RunRows.of(runs);
    append(ExportTable.RUNS, made.runs());
    append(ExportTable.EXECUTIONS, made.executions());
    append(ExportTable.STEPS, made.steps());
    append(ExportTable.ESTIMATES, made.estimates());
    append(
        FleetTables.OUTCOMES,
        runs.stream().flatMap(run -> FleetRow.of(run, traits.profile()).stream()).toList());
    append(FleetTables.PREDICTIONS, foretold);
    runs.clear();
    foretold.clear();
    weight = 0;
  }

  private <R extends Record> void append(ExportTable<R> table, List<R> rows) throws SQLException {
    new ScratchAppender(connection).append(table.name(), table.type(), rows);
  }

  private boolean replace(ExportTable<?> table, Path file) throws IOException, SQLException {
    return tree.replace(
        file,
        draft -> {
          try (Statement statement = connection.createStatement()) {
            ParquetTables.copy(table, FleetTables.further(table), draft, statement);
          }
        });
  }

  /** Whether the file says of the host what is to be said, whenever it was written. */
  private boolean saysTheSame(Path file) {
    String same =
        FleetTables.HOSTS.columnNames().stream()
            .filter(column -> !column.equals("exported_at"))
            .map("then.%1$s IS NOT DISTINCT FROM hosts.%1$s"::formatted)
            .collect(Collectors.joining(" AND "));
    if (!Files.exists(file)) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT count(*) = 1 FROM read_parquet(%s, hive_partitioning = false) AS then, hosts WHERE %s"
                    .formatted(Engine.literal(file), same))) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException e) {
      LOG.debug("{} is written anew", file, e);
      return false;
    }
  }
}
