package org.updateall.domain.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;

/**
 * A run that is under way: told when its plugins start, how far they are and when they end, it says
 * at any time how long they and the whole run will still take.
 *
 * <p>A plugin waits at first. It is skipped, or it starts, reports as often as it likes, and ends;
 * whatever else is told of it is refused with an {@link IllegalStateException}, and a plugin that
 * is no part of the run with an {@link IllegalArgumentException}. Nothing has changed then. What is
 * told of one plugin is told in the order of time; different plugins may be told of in any order.
 *
 * <p>Safe for several threads, as plugins that run at the same time need it.
 */
public final class RunProgress {

  private static final double NANOS_PER_SECOND = 1e9;

  private final RemainingTimeForecast forecast;
  private final Map<PluginName, Track> tracks = new HashMap<>();

  /**
   * @param plan the plugins of the run; all of them wait
   */
  public RunProgress(RunPlan plan, RemainingTimeForecaster forecaster) {
    forecast = forecaster.open(plan);
    plan.plugins().forEach(plugin -> tracks.put(plugin, Track.WAITING));
  }

  /** A plugin begins. */
  public synchronized void started(PluginName plugin, Instant time) {
    require(plugin, Stage.WAITING, "start");
    tracks.put(plugin, new Track(Stage.RUNNING, time, time, null));
  }

  /**
   * A plugin says how much of its work is done. Of several reports the last one counts; one of less
   * than was said before, or of everything by a plugin that goes on nevertheless, is taken with
   * caution.
   *
   * @param share from 0 to 1
   * @throws IllegalArgumentException if the share is none, or the time is before that of what was
   *     last told of the plugin
   */
  public synchronized void reported(PluginName plugin, double share, Instant time) {
    Track track = require(plugin, Stage.RUNNING, "report");
    track.requireInOrder(plugin, time);
    ReportedShare reported =
        new ReportedShare(share, track.elapsed(time), track.setbacksWith(share));
    tracks.put(plugin, new Track(Stage.RUNNING, track.started(), time, reported));
  }

  /**
   * A plugin ends, however it does.
   *
   * @throws IllegalArgumentException if the time is before that of what was last told of the plugin
   */
  public synchronized void ended(PluginName plugin, Instant time) {
    Track track = require(plugin, Stage.RUNNING, "end");
    track.requireInOrder(plugin, time);
    tracks.put(plugin, new Track(Stage.ENDED, track.started(), time, track.reported()));
  }

  /** A plugin that waits will not run. */
  public synchronized void skipped(PluginName plugin) {
    require(plugin, Stage.WAITING, "be skipped");
    tracks.put(plugin, Track.SKIPPED);
  }

  /**
   * How long the run will still take. May be asked at any time and any number of times.
   *
   * @param time now; of a plugin that was told of since, the time of that counts
   */
  public RemainingTime remaining(Instant time) {
    return forecast.remaining(state(time));
  }

  /** How far each plugin has come. */
  public synchronized RunState state(Instant time) {
    Map<PluginName, PluginState> states = new HashMap<>();
    tracks.forEach((plugin, track) -> states.put(plugin, track.state(time)));
    return new RunState(states);
  }

  private Track require(PluginName plugin, Stage stage, String action) {
    Track track = tracks.get(plugin);
    if (track == null) {
      throw new IllegalArgumentException("the run has no plugin " + plugin);
    }
    if (track.stage() != stage) {
      throw new IllegalStateException(
          "%s cannot %s, for it %s".formatted(plugin, action, track.stage().text));
    }
    return track;
  }

  private enum Stage {
    WAITING("has not started"),
    RUNNING("is running"),
    ENDED("has ended"),
    SKIPPED("was skipped");

    private final String text;

    Stage(String text) {
      this.text = text;
    }
  }

  /** What was told of a plugin: when it started, and what last, at what time. */
  private record Track(
      Stage stage, Instant started, Instant last, @Nullable ReportedShare reported) {

    private static final Track WAITING =
        new Track(Stage.WAITING, Instant.EPOCH, Instant.EPOCH, null);
    private static final Track SKIPPED =
        new Track(Stage.SKIPPED, Instant.EPOCH, Instant.EPOCH, null);

    private void requireInOrder(PluginName plugin, Instant time) {
      if (time.isBefore(last)) {
        throw new IllegalArgumentException(
            "time goes backwards for %s: %s was told, now %s".formatted(plugin, last, time));
      }
    }

    private double elapsed(Instant time) {
      Duration duration = Duration.between(started, time.isBefore(last) ? last : time);
      return duration.getSeconds() + duration.getNano() / NANOS_PER_SECOND;
    }

    private int setbacksWith(double share) {
      if (reported == null) {
        return 0;
      }
      return reported.setbacks() + (share < reported.share() ? 1 : 0);
    }

    private PluginState state(Instant time) {
      return switch (stage) {
        case WAITING -> new PluginState.Waiting();
        case RUNNING -> new PluginState.Running(elapsed(time), reported);
        case ENDED -> new PluginState.Ended(elapsed(last));
        case SKIPPED -> new PluginState.Skipped();
      };
    }
  }
}
