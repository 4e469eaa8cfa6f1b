package org.updateall.fleet.spark;

import org.apache.spark.sql.SparkSession;

/** The one session that all tests share: starting it takes longer than most of them. */
final class LocalSpark {

  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.sql.codegen.cache.maxEntries", 200)
          .getOrCreate();

  private LocalSpark() {}

  static SparkSession session() {
    return SESSION;
  }
}
