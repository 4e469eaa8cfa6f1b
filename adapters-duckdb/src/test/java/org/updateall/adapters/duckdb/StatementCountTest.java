package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

/** How many statements it takes to read and to write does not depend on how many runs there are. */
class StatementCountTest {

  private static final int FEW = 3;
  private static final int MANY = 1_000;
  private static final HistoryFilter EVERYTHING = HistoryFilter.everything();

  private final Path directory;

  StatementCountTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void ofAListOfRuns() {
    assertSame(
        (handle, count) -> {
          RunTables tables = handle.attach(RunTables.class);
          return tables.whole(tables.recentRuns(FilterRow.of(EVERYTHING), count)).size();
        });
  }

  @Test
  void ofAWalkThroughAllRuns() {
    assertSame(
        (handle, count) -> {
          List<Run> visited = new ArrayList<>();
          new RunPages(handle.attach(RunTables.class)).visit(EVERYTHING, visited::add);
          return visited.size();
        });
  }

  @Test
  void ofRecordingRunsThatAreThere() {
    assertSame(
        (handle, count) ->
            new RunRecorder(handle, Runs.NOON)
                .recordAll(Runs.many(count).iterator())
                .summary(handle.attach(RunTables.class).counts())
                .unchanged());
  }

  @Test
  void ofRecordingNewRuns() {
    assertSame(
        (handle, count) ->
            new RunRecorder(handle, Runs.NOON)
                .recordAll(Runs.many(2 * count).iterator())
                .summary(handle.attach(RunTables.class).counts())
                .added());
  }

  @Test
  void ofDeletingRuns() {
    assertSame(
        (handle, count) -> {
          RunTables tables = handle.attach(RunTables.class);
          tables.delete(Runs.many(count).stream().map(Run::runId).toList());
          return count - tables.counts().runs();
        });
  }

  private void assertSame(Work work) {
    assertEquals(statements(FEW, work), statements(MANY, work));
  }

  private int statements(int runs, Work work) {
    Stores stores = new Stores(directory.resolve(Integer.toString(runs)));
    stores.history().recordAll(Runs.many(runs).iterator());
    Tally tally = new Tally();
    long done =
        stores
            .store()
            .write(
                handle -> {
                  handle.getConfig(SqlStatements.class).setSqlLogger(tally);
                  return work.on(handle, runs);
                });
    assertEquals(runs, done);
    return tally.statements;
  }

  private interface Work {
    /** Says how many runs it was about. */
    long on(Handle handle, int count) throws SQLException;
  }

  private static final class Tally implements SqlLogger {

    private int statements;

    @Override
    public void logBeforeExecution(StatementContext context) {
      statements++;
    }
  }
}
