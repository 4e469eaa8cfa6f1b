package org.updateall.fleet.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What the job needs of a session, whatever the cluster's settings are. */
final class SessionSettings {

  private static final Map<String, String> NEEDED =
      Map.of(
          // Instants, which know no zone, in place of java.sql.Timestamp.
          "spark.sql.datetime.java8API.enabled", "true",
          // What every other reader of Parquet knows, in place of INT96.
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          "spark.sql.parquet.compression.codec", "zstd");

  private SessionSettings() {}

  static void apply(SparkSession spark) {
    NEEDED.forEach((name, value) -> spark.conf().set(name, value));
  }
}
