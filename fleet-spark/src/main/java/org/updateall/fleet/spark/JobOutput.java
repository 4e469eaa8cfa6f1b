package org.updateall.fleet.spark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorTable;

/**
 * Makes the output of what training wrote. Results are on disk by then, so that nothing is trained
 * again if an executor is lost here.
 */
final class JobOutput {

  private static final String RESULTS = "results";
  private static final long FORECASTS_IN_A_FILE = 500_000;
  private static final long MODELS_IN_A_FILE = 20_000;

  private final SparkSession spark;
  private final OutputDraft draft;

  JobOutput(SparkSession spark, OutputDraft draft) {
    this.spark = spark;
    this.draft = draft;
  }

  /** Writes what training hands on, as it comes. */
  void keep(Dataset<Row> results) {
    results.write().mode(SaveMode.Overwrite).parquet(draft.table(RESULTS));
  }

  /**
   * Writes everything else, and puts it at its place.
   *
   * @param figures further ones, for the metrics
   */
  JobReport finish(PriorTable priors, List<PartitionReport> partitions, Map<String, Long> figures)
      throws IOException {
    Dataset<Row> results =
        spark.read().schema(TrainGroup.encoder().schema()).parquet(draft.table(RESULTS));
    long forecasts = write(results, "forecast", FleetForecast.TABLE, FORECASTS_IN_A_FILE, "host");
    long models = write(results, "model", FleetModel.TABLE, MODELS_IN_A_FILE, "hostname");
    JobReport report =
        new JobReport(
            priors.asOf(),
            partitions,
            forecasts,
            models,
            priors.priors().size(),
            new LinkedHashMap<>(figures));
    draft.write(OutputDraft.PRIORS, JobDocuments.priors(priors));
    draft.write(OutputDraft.PARTITIONS, JobDocuments.partitions(partitions));
    draft.write(OutputDraft.METRICS, JobDocuments.metrics(report));
    draft.drop(RESULTS);
    draft.publish();
    return report;
  }

  /** Sorted by host, plugin and target, over all files. */
  private long write(Dataset<Row> results, String column, String table, long inAFile, String host) {
    Dataset<Row> rows =
        results.where(functions.col(column).isNotNull()).select(functions.col(column + ".*"));
    long count = rows.count();
    Column[] order = {functions.col(host), functions.col("plugin_name"), functions.col("target")};
    rows.repartitionByRange((int) (1 + count / inAFile), order)
        .sortWithinPartitions(order)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(draft.table(table));
    return count;
  }
}
