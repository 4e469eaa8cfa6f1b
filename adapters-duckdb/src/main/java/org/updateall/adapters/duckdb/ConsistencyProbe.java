package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.storage.Finding;
import org.updateall.domain.storage.Finding.Severity;

/**
 * A question to the tables that a sound history answers with nothing. The database itself keeps no
 * keys, so these are what its keys would be.
 *
 * @param what what was found if there is an answer
 * @param sql gives the text {@code example} for each case
 */
record ConsistencyProbe(String what, String sql) {

  private static final List<ConsistencyProbe> ALL =
      List.of(
          new ConsistencyProbe(
              "Runs are stored more than once",
              """
              SELECT 'run ' || run_id AS example FROM runs GROUP BY run_id HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              "Executions belong to a run that is not there",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ' (' || plugin_name
                     || ')' AS example
              FROM plugin_executions ANTI JOIN runs USING (run_id)
              """),
          new ConsistencyProbe(
              "Executions are stored more than once",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no AS example
              FROM plugin_executions GROUP BY run_id, execution_no HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              "Steps belong to an execution that is not there",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', step ' || step_no
                     AS example
              FROM step_metrics ANTI JOIN plugin_executions USING (run_id, execution_no)
              """),
          new ConsistencyProbe(
              "Steps are stored more than once",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', step ' || step_no
                     AS example
              FROM step_metrics GROUP BY run_id, execution_no, step_no HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              "Announcements belong to an execution that is not there",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', announcement '
                     || estimate_no AS example
              FROM estimates ANTI JOIN plugin_executions USING (run_id, execution_no)
              """),
          new ConsistencyProbe(
              "Announcements are stored more than once",
              """
              SELECT 'run ' || run_id || ', execution ' || execution_no || ', announcement '
                     || estimate_no AS example
              FROM estimates GROUP BY run_id, execution_no, estimate_no HAVING count(*) > 1
              """),
          new ConsistencyProbe(
              "Models are stored more than once",
              """
              SELECT plugin_name || ', ' || target || ', ' || coalesce(hostname, 'every host')
                     AS example
              FROM models GROUP BY plugin_name, hostname, target HAVING count(*) > 1
              """));

  static List<Finding> findings(Handle handle) {
    List<Finding> findings = new ArrayList<>();
    for (ConsistencyProbe probe : ALL) {
      long count = probe.count(handle);
      if (count > 0) {
        findings.add(
            new Finding(
                Severity.PROBLEM, probe.what(), count, probe.examples(handle), Remedies.REPAIR));
      }
    }
    return findings;
  }

  /** What belongs to something that is not there. */
  static List<Finding> orphans(Handle handle) {
    return findings(handle).stream().filter(each -> each.what().contains(" belong to ")).toList();
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
