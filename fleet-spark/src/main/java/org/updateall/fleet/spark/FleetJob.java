package org.updateall.fleet.spark;

import io.vavr.control.Either;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PartitionVerdicts;

/** The program that spark-submit runs: trains a whole fleet. */
public final class FleetJob {

  static final int USAGE = 2;
  static final int REFUSED = 3;

  private final PrintStream out;
  private final PrintStream err;

  FleetJob(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Prints what came of it; exits with 2 if asked wrongly, with 3 if there is nothing to do. */
  public static void main(String[] arguments) {
    Instant until = PartitionVerdicts.latest(Clock.systemUTC().instant());
    int code = new FleetJob(System.out, System.err).run(arguments, until);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Ends the session that it used.
   *
   * @return the exit code
   */
  private int run(String[] arguments, Instant until) {
    Either<String, JobOptions> options = JobArguments.parse(arguments, until);
    if (options.isLeft()) {
      err.println("fleet job: " + options.getLeft());
      return USAGE;
    }
    SparkSession spark = SparkSession.builder().appName("update-all fleet train").getOrCreate();
    try {
      spark.sparkContext().setLogLevel("WARN");
      return train(spark, options.get());
    } finally {
      spark.stop();
    }
  }

  /** The exit code. */
  int train(SparkSession spark, JobOptions options) {
    return new FleetTraining(spark, options)
        .run()
        .fold(
            refusal -> {
              err.println("fleet job: " + refusal);
              return REFUSED;
            },
            report -> {
              print(report);
              return 0;
            });
  }

  private void print(JobReport report) {
    report.metrics().forEach((name, value) -> out.printf("metric %s: %s%n", name, value));
    for (PartitionReport each : report.leftOut()) {
      err.printf("left out %s: %s.%n", each.partition(), each.reason());
    }
  }
}
