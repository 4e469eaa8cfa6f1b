package org.updateall.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Runs;

/** Histories that use cases are tried on. */
public final class Histories {

  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final InMemoryRunHistory history = new InMemoryRunHistory(CLOCK);
  private int runs;

  public static Histories empty() {
    return new Histories();
  }

  /** Adds as many daily runs of one plugin on one host, each with one step of about a minute. */
  public Histories with(String host, String plugin, int count) {
    SplittableRandom random = new SplittableRandom(plugin.hashCode());
    for (int i = 0; i < count; i++) {
      double seconds = 60 * Math.exp(0.3 * random.nextGaussian());
      history.record(
          Runs.run(++runs)
              .startingAt(Runs.NOON.plus(Duration.ofDays(i)))
              .endingAt(Runs.NOON.plus(Duration.ofDays(i)).plusSeconds(600))
              .on(host)
              .executing(Runs.execution(plugin, seconds))
              .build());
    }
    return this;
  }

  /** Adds as many daily runs of these plugins together, each with one step of about a minute. */
  public Histories withTogether(String host, int count, String... plugins) {
    SplittableRandom random = new SplittableRandom(count);
    for (int i = 0; i < count; i++) {
      history.record(
          Runs.run(++runs)
              .startingAt(Runs.NOON.plus(Duration.ofDays(i)))
              .endingAt(Runs.NOON.plus(Duration.ofDays(i)).plusSeconds(600))
              .on(host)
              .executing(
                  Arrays.stream(plugins)
                      .map(plugin -> Runs.execution(plugin, 60 + random.nextInt(30)))
                      .toArray(ExecutionBuilder[]::new))
              .build());
    }
    return this;
  }

  /** Adds one run of a plugin that measured nothing. */
  public Histories withUnmeasured(String host, String plugin) {
    history.record(Runs.run(++runs).on(host).executing(Runs.execution(plugin)).build());
    return this;
  }

  /** Adds as many daily runs of a plugin that ended so, each after as many seconds. */
  public Histories withEnding(
      ExecutionStatus how, String host, String plugin, int count, double seconds) {
    for (int i = 0; i < count; i++) {
      history.record(
          Runs.run(++runs)
              .startingAt(Runs.NOON.plus(Duration.ofDays(i)))
              .endingAt(Runs.NOON.plus(Duration.ofDays(i)).plusSeconds(600))
              .on(host)
              .executing(Runs.execution(plugin, seconds).ending(how))
              .build());
    }
    return this;
  }

  public InMemoryRunHistory history() {
    return history;
  }
}
