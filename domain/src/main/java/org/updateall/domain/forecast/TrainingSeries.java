package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.PluginHistory;

/**
 * What a model learns from: the measured values of the successful executions, oldest first.
 *
 * @param key which series
 * @param observations the values, one per execution
 * @param missing how many successful executions did not measure this target
 */
public record TrainingSeries(SeriesKey key, List<Observation> observations, int missing) {

  /**
   * @throws IllegalArgumentException if the observations are not in the order of time
   */
  public TrainingSeries {
    requireNonNull(key, "key");
    observations = List.copyOf(observations);
    for (int i = 1; i < observations.size(); i++) {
      if (observations.get(i).time().isBefore(observations.get(i - 1).time())) {
        throw new IllegalArgumentException(
            "observation %d is before the one that precedes it".formatted(i));
      }
    }
  }

  /** The successful executions of a plugin's history, as a series of one target. */
  public static TrainingSeries of(PluginHistory history, Target target) {
    List<Observation> observations = new ArrayList<>();
    int missing = 0;
    for (ExecutionOutcome outcome : history.executions()) {
      if (outcome.status() == ExecutionStatus.SUCCESS) {
        Double value = target.measuredIn(outcome);
        if (value == null) {
          missing++;
        } else {
          observations.add(new Observation(outcome.startedAt(), value));
        }
      }
    }
    return new TrainingSeries(
        new SeriesKey(history.plugin(), history.host(), target), observations, missing);
  }

  public int size() {
    return observations.size();
  }

  /** The values alone, oldest first. */
  public double[] values() {
    return observations.stream().mapToDouble(Observation::value).toArray();
  }

  /** Changes when any observation does: SHA-256 of times and values, lower-case hexadecimal. */
  public String fingerprint() {
    ByteBuffer bytes = ByteBuffer.allocate(observations.size() * (Long.BYTES + Double.BYTES));
    for (Observation observation : observations) {
      bytes.putLong(microsecondsSinceEpoch(observation.time()));
      bytes.putDouble(observation.value());
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Not through nanoseconds, of which a long holds no more than 292 years. */
  private static long microsecondsSinceEpoch(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
