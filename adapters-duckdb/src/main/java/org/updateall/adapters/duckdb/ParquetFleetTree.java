package org.updateall.adapters.duckdb;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetTree;
import org.updateall.domain.fleet.PartitionFacts;

/** Reads a fleet's tree of Parquet files with an engine of its own. */
final class ParquetFleetTree implements FleetTree {

  static final ExportTable<FleetRow> TABLE = new ExportTable<>(FleetRow.TABLE, FleetRow.class);

  private static final String ENDING = ".parquet";

  @Inject
  ParquetFleetTree() {}

  @Override
  public List<PartitionFacts> survey(Path tree, Instant until, Runnable eachFile) {
    List<PartitionFacts> facts = new ArrayList<>();
    try (SurveyEngine engine = new SurveyEngine()) {
      for (String partition : partitions(tree)) {
        facts.add(facts(tree.toAbsolutePath(), partition, until, engine));
        eachFile.run();
      }
      return facts;
    } catch (SQLException e) {
      throw unreadable(tree, e);
    }
  }

  /** A damaged file may break the engine for those after it. */
  private static PartitionFacts facts(
      Path tree, String partition, Instant until, SurveyEngine engine) throws SQLException {
    PartitionFacts facts = new PartitionSurvey(tree, partition, until, engine.connection()).facts();
    if (facts.fault() != null) {
      engine.renew();
    }
    return facts;
  }

  /** Size and time of each: a file that hosts export takes the place of another by its name. */
  @Override
  public String version(Path tree, Collection<String> partitions) {
    return partitions.stream()
        .sorted()
        .map(partition -> Unwritable.unlessDone(tree, () -> version(tree, partition)))
        .collect(Collectors.joining(";"));
  }

  private static String version(Path tree, String partition) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(tree.resolve(partition), BasicFileAttributes.class);
    return "%s=%s,%s,%s"
        .formatted(
            partition,
            Long.toString(found.size()),
            found.lastModifiedTime(),
            String.valueOf(found.fileKey()));
  }

  /** The files of the table, as paths within the tree. */
  private static List<String> partitions(Path tree) {
    Path table = tree.resolve(FleetRow.TABLE);
    if (!Files.isDirectory(table)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(table, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(tree::relativize)
          .filter(ParquetFleetTree::isMeant)
          .map(ParquetFleetTree::slashed)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path partition) {
    return StreamSupport.stream(partition.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  /** What begins with a dot or an underscore is being written, or is about the others. */
  private static boolean isMeant(Path partition) {
    for (Path name : partition) {
      if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
        return false;
      }
    }
    return partition.toString().endsWith(ENDING);
  }

  @Override
  public void visit(
      Path tree,
      Collection<String> partitions,
      Instant until,
      int latest,
      Consumer<List<FleetRow>> eachPlugin) {
    Path spill = Unwritable.unlessDone(tree, () -> Files.createTempDirectory("update-all-fleet"));
    try (DuckDBConnection engine = Engine.sorter(spill);
        PreparedStatement query = engine.prepareStatement(sorted(tree, partitions));
        ResultSet rows = query.executeQuery()) {
      new Grouping(until, latest, eachPlugin).read(rows);
    } catch (SQLException e) {
      throw unreadable(tree, e);
    } finally {
      Unwritable.orElse(spill, () -> PrivateFiles.deleteTree(spill));
    }
  }

  private static String sorted(Path tree, Collection<String> partitions) {
    String files =
        partitions.stream()
            .map(partition -> Engine.literal(tree.toAbsolutePath().resolve(partition)))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM read_parquet([%s], hive_partitioning = false)"
            .formatted(TABLE.joined(column -> column.type().fromParquet(column.name())), files)
        + " ORDER BY host, plugin_name, started_at, execution_id, run_id";
  }

  static @Nullable Object[] values(ResultSet row) throws SQLException {
    List<ExportColumn> columns = TABLE.columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).type().optionalColumn(row, i + 1);
    }
    return values;
  }

  private static UncheckedIOException unreadable(Path tree, SQLException e) {
    return new UncheckedIOException(
        new IOException("%s cannot be read: %s".formatted(tree, Breakdown.clause(e)), e));
  }

  /** Gathers sorted rows of one plugin on one host, of which it keeps the newest. */
  private static final class Grouping {

    private final Instant until;
    private final int latest;
    private final Consumer<List<FleetRow>> eachPlugin;
    private final Deque<FleetRow> newest = new ArrayDeque<>();

    Grouping(Instant until, int latest, Consumer<List<FleetRow>> eachPlugin) {
      this.until = until;
      this.latest = latest;
      this.eachPlugin = eachPlugin;
    }

    void read(ResultSet rows) throws SQLException {
      while (rows.next()) {
        FleetRow row = TABLE.row(values(rows));
        if (row.problem(until).isEmpty()) {
          add(row);
        }
      }
      handOn();
    }

    private void add(FleetRow row) {
      FleetRow before = newest.peekLast();
      boolean another =
          before != null
              && !(before.host().equals(row.host())
                  && before.pluginName().equals(row.pluginName()));
      if (another) {
        handOn();
      }
      newest.addLast(row);
      if (newest.size() > latest) {
        newest.removeFirst();
      }
    }

    private void handOn() {
      if (!newest.isEmpty()) {
        eachPlugin.accept(List.copyOf(newest));
        newest.clear();
      }
    }
  }
}
