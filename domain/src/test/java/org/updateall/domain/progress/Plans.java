package org.updateall.domain.progress;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;

/** Plans of runs, and states of them, for tests. */
public final class Plans {

  public static final PluginName APT = new PluginName("apt");
  public static final PluginName PIP = new PluginName("pip");
  public static final PluginName SNAP = new PluginName("snap");

  private Plans() {}

  /** A prediction that is certain but for a tenth. */
  public static PredictiveDistribution about(double seconds) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> seconds * (0.9 + 0.2 * level))
            .toArray());
  }

  /** Of apt, which takes about 100 seconds, and pip, which takes about 40. */
  public static RunPlan aptAndPip(Schedule schedule) {
    return new RunPlan(
        List.of(APT, PIP), Map.of(APT, about(100), PIP, about(40)), schedule, JointHistory.NONE);
  }

  /** Of apt, and of snap, of which nothing is known. */
  public static RunPlan aptAndSnap() {
    return new RunPlan(
        List.of(SNAP, APT), Map.of(APT, about(100)), Schedule.sequential(), JointHistory.NONE);
  }

  public static PluginState waiting() {
    return new PluginState.Waiting();
  }

  public static PluginState running(double elapsed) {
    return new PluginState.Running(elapsed, null);
  }

  public static PluginState running(double elapsed, double share, double reportedAfter) {
    return new PluginState.Running(elapsed, new ReportedShare(share, reportedAfter, 0));
  }

  public static PluginState ended(double seconds) {
    return new PluginState.Ended(seconds);
  }

  public static PluginState skipped() {
    return new PluginState.Skipped();
  }

  public static RunState state(PluginName a, PluginState ofA, PluginName b, PluginState ofB) {
    Map<PluginName, PluginState> plugins = new LinkedHashMap<>();
    plugins.put(a, ofA);
    plugins.put(b, ofB);
    return new RunState(plugins);
  }
}
