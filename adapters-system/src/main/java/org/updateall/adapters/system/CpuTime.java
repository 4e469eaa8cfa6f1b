package org.updateall.adapters.system;

/**
 * CPU time that was used.
 *
 * @param userSeconds in user mode
 * @param kernelSeconds in kernel mode
 */
record CpuTime(double userSeconds, double kernelSeconds) {

  static final CpuTime NONE = new CpuTime(0, 0);

  CpuTime plus(CpuTime other) {
    return new CpuTime(userSeconds + other.userSeconds, kernelSeconds + other.kernelSeconds);
  }
}
