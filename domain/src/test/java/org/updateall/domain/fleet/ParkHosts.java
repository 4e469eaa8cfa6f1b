package org.updateall.domain.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;

/** Hosts whose updates take what is known. */
public final class ParkHosts {

  private ParkHosts() {}

  /** Every value between the bounds is as likely as any other. */
  public static PredictiveDistribution uniform(double from, double to) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> from + level * (to - from))
            .toArray());
  }

  public static ParkHost uniform(String name, Target target, double from, double to) {
    return new ParkHost(name, Map.of(target, uniform(from, to)));
  }

  /** A host that will certainly take that long. */
  public static ParkHost certain(String name, double seconds) {
    return uniform(name, Target.WALL_CLOCK, seconds, seconds);
  }

  /** So many hosts that take from 60 to 180 seconds. */
  public static List<ParkHost> alike(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> uniform("host-" + i, Target.WALL_CLOCK, 60, 180))
        .toList();
  }
}
