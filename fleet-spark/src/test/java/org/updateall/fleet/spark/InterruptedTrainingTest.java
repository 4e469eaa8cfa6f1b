package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.SyntheticFleet;

final class InterruptedTrainingTest {

  private final SparkSession spark = LocalSpark.session();

  @TempDir private Path folder;

  /** Cancels everything when the first part of the results is there. */
  private final class Interruption extends SparkListener {

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskMetrics().outputMetrics().recordsWritten() > 0) {
        spark.sparkContext().cancelAllJobs();
      }
    }
  }

  @Test
  void leavesNothingAtItsPlaceAndComesToTheSameWhenRunAgain() throws IOException {
    FleetFixture fixture = new FleetFixture(folder);
    SyntheticFleet fleet = SyntheticFleet.of(9, 3, 1, 8);
    for (int host = 0; host < fleet.hosts(); host++) {
      fixture.export(fleet.host(host), fleet.rows(host));
    }
    FleetTraining disturbed = new FleetTraining(spark, fixture.options());
    Interruption interruption = new Interruption();
    spark.sparkContext().addSparkListener(interruption);
    assertThrows(Exception.class, disturbed::run);
    spark.sparkContext().removeSparkListener(interruption);
    assertFalse(Files.exists(fixture.output()));
    assertTrue(Files.exists(folder.resolve(".out.unfinished")));

    assertTrue(new FleetTraining(spark, fixture.options()).run().isRight());
    List<FleetForecast> forecasts = fixture.forecasts();
    assertEquals(12, forecasts.size());
    assertFalse(Files.exists(folder.resolve(".out.unfinished")));

    assertTrue(new FleetTraining(spark, fixture.options()).run().isRight(), "in place of the last");
    assertEquals(forecasts, fixture.forecasts());
    assertFalse(Files.exists(folder.resolve(".out.old")));
  }

  @Test
  void aPlaceThatIsNoOutputIsLeftAlone() throws IOException {
    FleetFixture fixture = new FleetFixture(folder);
    Files.createDirectories(fixture.output());
    Files.writeString(fixture.output().resolve("thesis.txt"), "mine");

    String refusal = new FleetTraining(spark, fixture.options()).run().getLeft();

    assertTrue(refusal.contains("is there already, and is no output of this job"), refusal);
    assertTrue(Files.exists(fixture.output().resolve("thesis.txt")));
  }

  @Test
  void aTreeWithoutExecutionsIsRefused() {
    FleetFixture fixture = new FleetFixture(folder);

    String refusal = new FleetTraining(spark, fixture.options()).run().getLeft();

    assertTrue(refusal.contains("holds no executions"), refusal);
    assertFalse(Files.exists(fixture.output()));
  }
}
