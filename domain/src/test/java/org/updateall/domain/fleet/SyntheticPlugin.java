package org.updateall.domain.fleet;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plugin of a {@link SyntheticFleet}: what is the same of it on all hosts.
 *
 * @param wall logarithm of its usual seconds
 * @param onSystem by how much that is shifted on each operating system
 * @param onSize by how much on hosts of each size
 * @param deviation of the noise, on the logarithmic scale
 * @param packages logarithm of how many packages an update usually has
 * @param packageBytes logarithm of the size of one
 * @param memory logarithm of its usual peak
 * @param cpuShare CPU time for each elapsed second
 */
record SyntheticPlugin(
    String name,
    double wall,
    List<Double> onSystem,
    List<Double> onSize,
    double deviation,
    double packages,
    double packageBytes,
    double memory,
    double cpuShare) {

  private static final double PACKAGES_DEVIATION = 0.7;
  private static final double SHIFT_BY_PACKAGES = 0.4;
  private static final double LARGER = 0.05;
  private static final double NOTHING_TO_DOWNLOAD = 0.125;

  static SyntheticPlugin of(String name, Chances chances, int systems, int sizes) {
    return new SyntheticPlugin(
        name,
        StrictMath.log(60) + chances.normal(),
        effects(systems, 0.4, chances),
        effects(sizes, 0.3, chances),
        0.12 * StrictMath.exp(0.4 * chances.normal()),
        StrictMath.log(8) + 0.5 * chances.normal(),
        StrictMath.log(2e6) + 0.5 * chances.normal(),
        StrictMath.log(2e8) + 0.7 * chances.normal(),
        0.2 + 0.7 * chances.uniform());
  }

  private static List<Double> effects(int count, double deviation, Chances chances) {
    return Stream.generate(() -> deviation * chances.normal()).limit(count).toList();
  }

  /** The plugin on one host. */
  OnHost on(int system, int size, double ofHost, Chances chances) {
    return new OnHost(
        this,
        wall + onSystem.get(system) + onSize.get(size) + ofHost + 0.25 * chances.normal(),
        memory + 0.3 * onSystem.get(system) + 0.2 * chances.normal(),
        deviation * StrictMath.exp(0.25 * chances.normal()),
        packages + 0.3 * chances.normal());
  }

  /** What one execution came to. */
  record Figures(
      double wallSeconds, double cpuSeconds, long memoryBytes, long downloadBytes, int packages) {}

  /**
   * A plugin on one host.
   *
   * @param wall logarithm of its usual seconds there
   * @param memory logarithm of its usual peak there
   * @param deviation of the noise there
   * @param packages logarithm of how many packages an update usually has there
   */
  record OnHost(
      SyntheticPlugin plugin, double wall, double memory, double deviation, double packages) {

    String name() {
      return plugin.name;
    }

    int packagesInAll() {
      return (int) (40 * StrictMath.exp(plugin.packages));
    }

    /** Of the next execution. */
    Figures next(Chances chances) {
      double size = PACKAGES_DEVIATION * chances.normal();
      double larger = chances.happens(LARGER) ? 0.7 + 0.6 * chances.uniform() : 0;
      double amount = size + larger;
      double seconds =
          StrictMath.exp(wall + SHIFT_BY_PACKAGES * size + larger + deviation * chances.normal());
      double share = plugin.cpuShare * StrictMath.exp(0.5 * deviation * chances.normal());
      double peak = memory + 0.1 * amount + 0.3 * deviation * chances.normal();
      double bytes = packages + amount + plugin.packageBytes + 0.3 * chances.normal();
      boolean atHand = chances.happens(NOTHING_TO_DOWNLOAD);
      return new Figures(
          seconds,
          seconds * share,
          (long) StrictMath.exp(peak),
          atHand ? 0 : (long) StrictMath.exp(bytes),
          1 + (int) StrictMath.exp(packages + amount));
    }
  }
}
