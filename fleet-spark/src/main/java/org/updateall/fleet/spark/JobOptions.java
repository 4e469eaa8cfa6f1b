package org.updateall.fleet.spark;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetOptions;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.TrainingOptions;

/**
 * What the job was asked for.
 *
 * @param input path or address of the tree that hosts export into
 * @param output path or address of the directory to be made
 * @param latest how many executions of a plugin on a host are used at most, the newest
 * @param level nominal level of the intervals
 * @param zone whose clock says day and hour
 * @param until executions that began later are left out, with a word about them
 * @param partitions into how many tasks the series are divided; absent to let their number decide
 */
record JobOptions(
    String input,
    String output,
    int latest,
    double level,
    ZoneId zone,
    Instant until,
    @Nullable Integer partitions)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  JobOptions {
    requireNonNull(input, "input");
    requireNonNull(output, "output");
    requireNonNull(zone, "zone");
    requireNonNull(until, "until");
    PredictionInterval.requireLevel(level);
    if (latest < 1) {
      throw new IllegalArgumentException("at least 1 execution is used, not " + latest);
    }
    if (partitions != null && partitions < 1) {
      throw new IllegalArgumentException("there is at least 1 task, not " + partitions);
    }
  }

  /** As for one machine, by that zone's clock. */
  TrainingOptions training() {
    TrainingOptions usual = TrainingOptions.defaults();
    return new TrainingOptions(
        usual.family(),
        usual.minObservations(),
        usual.lookback(),
        usual.outlierThreshold(),
        usual.logarithm(),
        zone,
        usual.intervals());
  }

  FleetOptions fleet(Instant asOf) {
    return new FleetOptions(training(), level, latest, asOf);
  }

  SeriesOfGroup grouping() {
    return new SeriesOfGroup(latest, zone);
  }
}
