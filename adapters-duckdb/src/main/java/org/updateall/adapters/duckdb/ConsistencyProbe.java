package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.storage.Finding;
import org.updateall.domain.storage.Finding.Severity;

/**
 * A question to the tables that a sound history answers with nothing. The database itself keeps no
 * keys, so these are what its keys would be.
 *
 * @param kind what is wrong with what is found
 * @param what what was found if there is an answer
 * @param sql gives the text {@code example} for each case
 */
record ConsistencyProbe(Kind kind, String what, String sql) {

  /** What is wrong with what is found. */
  enum Kind {
    /** It belongs to something that is not there. */
    ORPHAN,
    /** It is there more than once. */
    REPEAT
  }

  private static final List<ConsistencyProbe> ALL =
      List.of(
          new ConsistencyProbe(
              Kind.REPEAT,
              "Runs are stored more than once",
              """
              SELECT 'run ' || run_id AS example FROM runs GROUP BY run_id HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              Kind.ORPHAN,
              "Executions belong to a run that is not there",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ' (' || plugin_name
                     || ')' AS example
              FROM plugin_executions ANTI JOIN runs USING (run_id)
              """),
          new ConsistencyProbe(
              Kind.REPEAT,
              "Executions are stored more than once",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no AS example
              FROM plugin_executions GROUP BY run_id, execution_no HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              Kind.ORPHAN,
              "Steps belong to an execution that is not there",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', step ' || step_no
                     AS example
              FROM step_metrics ANTI JOIN plugin_executions USING (run_id, execution_no)
              """),
          new ConsistencyProbe(
              Kind.REPEAT,
              "Steps are stored more than once",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', step ' || step_no
                     AS example
              FROM step_metrics GROUP BY run_id, execution_no, step_no HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              Kind.ORPHAN,
              "Announcements belong to an execution that is not there",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', announcement '
                     || estimate_no AS example
              FROM estimates ANTI JOIN plugin_executions USING (run_id, execution_no)
              """),
          new ConsistencyProbe(
              Kind.REPEAT,
              "Announcements are stored more than once",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', announcement '
                     || estimate_no AS example
              FROM estimates GROUP BY run_id, execution_no, estimate_no HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              Kind.REPEAT,
              "Models are stored more than once",
              """
              SELECT plugin_name || ', ' || target || ', ' || coalesce(hostname, 'every host')
                     AS example
              FROM models GROUP BY plugin_name, hostname, target HAVING count(*) > 1
              """));

  private static final ConsistencyProbe LEDGER =
      new ConsistencyProbe(
          Kind.REPEAT,
          "Predictions are stored more than once",
          """
          SELECT 'run ' || run_id || ', ' || coalesce(plugin_name, 'total') || ', ' || target
                 AS example
          FROM predictions GROUP BY run_id, plugin_name, target HAVING count(*) > 1
          """);

  static List<Finding> findings(Handle handle) {
    return findings(
        handle,
        StoredTables.hasLedger(handle)
            ? Stream.concat(ALL.stream(), Stream.of(LEDGER))
            : ALL.stream());
  }

  /** What belongs to something that is not there. */
  static List<Finding> orphans(Handle handle) {
    return findings(handle, ALL.stream().filter(probe -> probe.kind() == Kind.ORPHAN));
  }

  private static List<Finding> findings(Handle handle, Stream<ConsistencyProbe> probes) {
    return probes.flatMap(probe -> probe.finding(handle).toJavaStream()).toList();
  }

  private Option<Finding> finding(Handle handle) {
    long count = count(handle);
    return Option.when(
        count > 0,
        () -> new Finding(Severity.PROBLEM, what, count, examples(handle), Remedies.REPAIR));
  }

  private long count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM (" + sql + ")").mapTo(Long.class).one();
  }

  private List<String> examples(Handle handle) {
    return handle
        .createQuery("SELECT example FROM (" + sql + ") ORDER BY example LIMIT :limit")
        .bind("limit", Finding.MAX_EXAMPLES)
        .mapTo(String.class)
        .list();
  }
}
