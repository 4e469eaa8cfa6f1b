package org.updateall.domain.progress;

import org.jspecify.annotations.Nullable;

/** How far a plugin has come in a run that is under way. */
public sealed interface PluginState {

  /** Has not started, but will. */
  record Waiting() implements PluginState {}

  /**
   * Has started and not ended.
   *
   * @param elapsedSeconds for how long it has been running
   * @param reported what it last said of how much is done; absent if it said nothing
   */
  record Running(double elapsedSeconds, @Nullable ReportedShare reported) implements PluginState {

    /**
     * @throws IllegalArgumentException if the time is negative or not finite, or before that of the
     *     report
     */
    public Running {
      requireSeconds("elapsed time", elapsedSeconds);
      if (reported != null && reported.elapsedSeconds() > elapsedSeconds) {
        throw new IllegalArgumentException(
            "reported after %s s, but running for %s s"
                .formatted(reported.elapsedSeconds(), elapsedSeconds));
      }
    }
  }

  /**
   * Has ended, however it ended.
   *
   * @param seconds how long it took
   */
  record Ended(double seconds) implements PluginState {

    /**
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public Ended {
      requireSeconds("elapsed time", seconds);
    }
  }

  /** Has not started and will not. */
  record Skipped() implements PluginState {}

  /** Whether it has nothing left to do. */
  default boolean isOver() {
    return this instanceof Ended || this instanceof Skipped;
  }

  /**
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  static void requireSeconds(String name, double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException(
          "%s is negative or not finite: %s".formatted(name, seconds));
    }
  }
}
