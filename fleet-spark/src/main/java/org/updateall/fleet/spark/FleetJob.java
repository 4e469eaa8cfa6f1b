package org.updateall.fleet.spark;

import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.updateall.domain.fleet.PartitionReport;

/** The program that spark-submit runs: trains a whole fleet. */
public final class FleetJob {

  /** Clocks that are set differ by less. */
  private static final Duration DIFFERENCE_OF_CLOCKS = Duration.ofDays(1);

  private static final int USAGE = 2;
  private static final int REFUSED = 3;

  private FleetJob() {}

  /** Prints what came of it; exits with 2 if asked wrongly, with 3 if there is nothing to do. */
  public static void main(String[] arguments) {
    Instant until = Clock.systemUTC().instant().plus(DIFFERENCE_OF_CLOCKS);
    Either<String, JobOptions> options = JobArguments.parse(arguments, until);
    if (options.isLeft()) {
      end(options.getLeft(), USAGE);
      return;
    }
    Either<String, JobReport> outcome = train(options.get());
    outcome.peek(FleetJob::print).peekLeft(refusal -> end(refusal, REFUSED));
  }

  private static Either<String, JobReport> train(JobOptions options) {
    SparkSession spark = SparkSession.builder().appName("update-all fleet train").getOrCreate();
    try {
      spark.sparkContext().setLogLevel("WARN");
      return new FleetTraining(spark, options).run();
    } finally {
      spark.stop();
    }
  }

  private static void print(JobReport report) {
    report.metrics().forEach((name, value) -> System.out.printf("%s: %s%n", name, value));
    for (PartitionReport each : report.leftOut()) {
      System.err.printf("%s: %s.%n", each.partition(), each.reason());
    }
  }

  private static void end(String message, int code) {
    System.err.println("fleet job: " + message);
    System.exit(code);
  }
}
