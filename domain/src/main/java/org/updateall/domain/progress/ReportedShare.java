package org.updateall.domain.progress;

/**
 * What a plugin last said of how much of its work is done.
 *
 * @param share from 0 to 1
 * @param elapsedSeconds how long it had been running when it said so
 * @param setbacks how often it said less than it had said before
 */
public record ReportedShare(double share, double elapsedSeconds, int setbacks) {

  /**
   * @throws IllegalArgumentException if a figure is out of its range
   */
  public ReportedShare {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share done lies between 0 and 1, not at " + share);
    }
    PluginState.requireSeconds("elapsed time", elapsedSeconds);
    if (setbacks < 0) {
      throw new IllegalArgumentException("setbacks is negative: " + setbacks);
    }
  }
}
