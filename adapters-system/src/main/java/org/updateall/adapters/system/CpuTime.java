package org.updateall.adapters.system;

/**
 * CPU time that was used.
 *
 * @param userSeconds in user mode
 * @param kernelSeconds in kernel mode
 */
record CpuTime(double userSeconds, double kernelSeconds) {

  static final CpuTime NONE = new CpuTime(0, 0);

  /** Twice the unit in which it is told, of each mode, and what starting the wrapper may take. */
  private static final double TOLERATED_SECONDS = 0.05;

  private static final double TOLERATED_SHARE = 0.10;

  CpuTime plus(CpuTime other) {
    return new CpuTime(userSeconds + other.userSeconds, kernelSeconds + other.kernelSeconds);
  }

  CpuTime minus(CpuTime other) {
    return new CpuTime(userSeconds - other.userSeconds, kernelSeconds - other.kernelSeconds);
  }

  double seconds() {
    return userSeconds + kernelSeconds;
  }

  /** Whether two accounts of the same work differ by no more than accounts do. */
  boolean agreesWith(CpuTime other) {
    double larger = Math.max(seconds(), other.seconds());
    return Math.abs(seconds() - other.seconds())
        <= Math.max(TOLERATED_SECONDS, TOLERATED_SHARE * larger);
  }
}
