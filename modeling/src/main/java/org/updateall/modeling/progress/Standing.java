package org.updateall.modeling.progress;

import org.jspecify.annotations.Nullable;
import org.updateall.modeling.numbers.Require;

/**
 * How far one of several things has come.
 *
 * @param stage whether it runs
 * @param seconds how long it took, if it has ended, or has been running; else 0
 * @param done what was last said of the share that is done, if it runs; absent if nothing was
 */
public record Standing(Stage stage, double seconds, @Nullable ShareDone done) {

  public enum Stage {
    /** Will not run, or is not known to: of no account. */
    ABSENT,
    WAITING,
    RUNNING,
    ENDED
  }

  public static final Standing ABSENT = new Standing(Stage.ABSENT, 0, null);
  public static final Standing WAITING = new Standing(Stage.WAITING, 0, null);

  public Standing {
    Require.that(seconds >= 0 && Double.isFinite(seconds), "seconds", seconds);
  }

  public static Standing ended(double seconds) {
    return new Standing(Stage.ENDED, seconds, null);
  }

  public static Standing running(double elapsed, @Nullable ShareDone done) {
    return new Standing(Stage.RUNNING, elapsed, done);
  }
}
