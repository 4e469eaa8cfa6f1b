package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * What a model learns from: the measured values of the successful executions, and as lower bounds
 * those of executions cut off by their time limit; oldest first.
 *
 * @param key which series
 * @param observations the values, one per execution
 * @param missing how many of those executions did not measure this target
 * @param coverage which part of an update the values cover
 */
public record TrainingSeries(
    SeriesKey key, List<Observation> observations, int missing, Coverage coverage) {

  private static final byte LOWER_BOUND = 1;

  /**
   * @throws IllegalArgumentException if the observations are not in the order of time
   */
  public TrainingSeries {
    requireNonNull(key, "key");
    requireNonNull(coverage, "coverage");
    observations = List.copyOf(observations);
    Observation.requireOrder("", observations);
  }

  /** Values that cover whole updates. */
  public TrainingSeries(SeriesKey key, List<Observation> observations, int missing) {
    this(key, observations, missing, Coverage.WHOLE);
  }

  /**
   * The successful executions of a plugin as a series of one target, with what had been announced
   * before each. One that was cut off by its time limit gives a lower bound. Executions that logs
   * know in part alone are brought onto {@link OneScale one scale} with the whole ones.
   *
   * @param host whose executions they are
   */
  public static TrainingSeries of(TrainingTable table, HostScope host, Target target) {
    OneScale scale = OneScale.of(table.rows(), target);
    List<MeasuredRun> measured = MeasuredRun.of(table, scale);
    long whole = measured.stream().filter(each -> !each.observation().lowerBound()).count();
    long successes =
        table.rows().stream()
            .filter(row -> row.outcome().status() == ExecutionStatus.SUCCESS)
            .count();
    return new TrainingSeries(
        new SeriesKey(table.plugin(), host, target),
        measured.stream().map(MeasuredRun::observation).toList(),
        (int) (successes - whole),
        scale.coverage());
  }

  /**
   * What the attempts of a plugin took until they failed, as a series of one target; empty if any
   * attempt succeeded, or was cut off by its time limit.
   *
   * @param host whose attempts they are
   */
  public static TrainingSeries ofFailures(TrainingTable table, HostScope host, Target target) {
    SeriesKey key = new SeriesKey(table.plugin(), host, target);
    List<TrainingRow> attempts =
        table.rows().stream().filter(row -> row.outcome().status().isFinishedAttempt()).toList();
    if (!attempts.stream().allMatch(row -> row.outcome().status() == ExecutionStatus.FAILED)) {
      return new TrainingSeries(key, List.of(), 0);
    }
    List<Observation> observations = new ArrayList<>();
    for (TrainingRow row : attempts) {
      Double value = target.measuredIn(row.outcome());
      if (value != null) {
        observations.add(
            new Observation(
                row.outcome().startedAt(), value, MeasuredRun.known(row.announced()), false));
      }
    }
    return new TrainingSeries(key, observations, attempts.size() - observations.size());
  }

  /** The names of the covariates that any of its runs has, sorted. */
  public List<String> covariates() {
    TreeSet<String> names = new TreeSet<>();
    observations.forEach(observation -> names.addAll(observation.known().values().keySet()));
    return List.copyOf(names);
  }

  public int size() {
    return observations.size();
  }

  /** How many of its values are whole, not lower bounds. */
  public int whole() {
    return (int) observations.stream().filter(each -> !each.lowerBound()).count();
  }

  /** The values alone, oldest first. */
  public double[] values() {
    return observations.stream().mapToDouble(Observation::value).toArray();
  }

  /** Changes when anything of any observation does: SHA-256, lower-case hexadecimal. */
  public String fingerprint() {
    MessageDigest digest = sha256();
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    for (Observation observation : observations) {
      put(digest, number, microsecondsSinceEpoch(observation.time()));
      put(digest, number, Double.doubleToLongBits(observation.value()));
      if (observation.lowerBound()) {
        digest.update(LOWER_BOUND);
      }
      observation
          .known()
          .values()
          .forEach(
              (name, value) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                put(digest, number, Double.doubleToLongBits(value));
              });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void put(MessageDigest digest, ByteBuffer buffer, long number) {
    digest.update(buffer.clear().putLong(number).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Not through nanoseconds, of which a long holds no more than 292 years. */
  private static long microsecondsSinceEpoch(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
