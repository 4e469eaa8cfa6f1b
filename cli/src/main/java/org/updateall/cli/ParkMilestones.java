package org.updateall.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.updateall.domain.fleet.HostStanding;
import org.updateall.domain.fleet.ParkWave;

/** Of the many waves and hosts of a park those that are worth a word. */
final class ParkMilestones {

  private static final int QUARTERS = 4;
  private static final double LEAST_SHARE = 0.01;

  private ParkMilestones() {}

  /** The first wave and those with which a quarter, half, three quarters and all are done. */
  static List<ParkWave> of(List<ParkWave> waves) {
    List<ParkWave> milestones = new ArrayList<>();
    for (int quarter = 0; quarter <= QUARTERS; quarter++) {
      ParkWave wave = waves.get(Math.max(0, quarter * waves.size() / QUARTERS - 1));
      if (!milestones.contains(wave)) {
        milestones.add(wave);
      }
    }
    return milestones;
  }

  /** Those that are most often the last to finish. */
  static List<HostStanding> lastHosts(List<HostStanding> hosts, int most) {
    return hosts.stream()
        .filter(host -> host.lastShare() >= LEAST_SHARE)
        .sorted(Comparator.comparingDouble(host -> -host.lastShare()))
        .limit(most)
        .toList();
  }
}
