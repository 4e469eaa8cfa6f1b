package org.updateall.adapters.duckdb;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The table of models, at most one row for each series. */
interface ModelTable {

  static List<ModelRow> ofPlugins(Handle handle, List<String> plugins) {
    return Question.askOfMany(
        handle,
        ModelRow.class,
        "SELECT * FROM models WHERE plugin_name IN (<plugins>)",
        "plugins",
        plugins);
  }

  @SqlQuery("SELECT * FROM models ORDER BY plugin_name, hostname, target")
  List<ModelRow> all();

  @SqlBatch(
      """
      DELETE FROM models
      WHERE plugin_name = :pluginName AND hostname IS NOT DISTINCT FROM CAST(:hostname AS VARCHAR)
        AND target = :target
      """)
  void delete(@BindRow List<ModelRow> rows);

  @SqlBatch(
      """
      INSERT INTO models VALUES (
          :pluginName, :hostname, :target, :family, :form, :scale, :observations,
          :lastObservation, :fingerprint, :trainedAt, :document)
      """)
  void insert(@BindRow List<ModelRow> rows);
}
