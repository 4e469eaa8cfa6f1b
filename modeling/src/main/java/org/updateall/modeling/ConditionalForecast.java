package org.updateall.modeling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RemainingTime;
import org.updateall.domain.progress.RemainingTimeForecast;
import org.updateall.domain.progress.ReportedShare;
import org.updateall.domain.progress.RunPlan;
import org.updateall.domain.progress.RunState;
import org.updateall.domain.progress.TimeLeft;
import org.updateall.modeling.progress.DrawsLeft;
import org.updateall.modeling.progress.JointDurations;
import org.updateall.modeling.progress.ShareDone;
import org.updateall.modeling.progress.Standing;

/** What is left of one run, from joint draws of the times of the plugins that are predicted. */
final class ConditionalForecast implements RemainingTimeForecast {

  private static final double[] LEVELS = PredictiveDistribution.levels();

  private final RunPlan plan;
  private final List<PluginName> predicted;
  private final JointDurations durations;

  /**
   * @param predicted the plugins of which anything is predicted, in the order of the durations
   */
  ConditionalForecast(RunPlan plan, List<PluginName> predicted, JointDurations durations) {
    this.plan = plan;
    this.predicted = predicted;
    this.durations = durations;
  }

  @Override
  public RemainingTime remaining(RunState state) {
    requireSamePlugins(state);
    List<Standing> standings =
        predicted.stream().map(plugin -> standing(state.of(plugin))).toList();
    DrawsLeft draws = durations.left(standings);
    return new RemainingTime(byPlugin(state, draws), together(state, draws), missing(state));
  }

  private void requireSamePlugins(RunState state) {
    if (state.plugins().size() != plan.plugins().size()) {
      throw new IllegalArgumentException(
          "the run has the plugins %s, not %s".formatted(plan.plugins(), state.plugins().keySet()));
    }
    plan.plugins().forEach(state::of);
  }

  private static Standing standing(PluginState state) {
    if (state instanceof PluginState.Running running) {
      return Standing.running(running.elapsedSeconds(), done(running.reported()));
    }
    if (state instanceof PluginState.Ended ended) {
      return Standing.ended(ended.seconds());
    }
    return state instanceof PluginState.Waiting ? Standing.WAITING : Standing.ABSENT;
  }

  /** A plugin that says that nothing is done yet, or says it at once, tells nothing. */
  private static @Nullable ShareDone done(@Nullable ReportedShare reported) {
    if (reported == null || reported.share() == 0 || reported.elapsedSeconds() == 0) {
      return null;
    }
    return new ShareDone(reported.share(), reported.elapsedSeconds(), reported.setbacks());
  }

  private Map<PluginName, TimeLeft> byPlugin(RunState state, DrawsLeft draws) {
    Map<PluginName, TimeLeft> left = new HashMap<>();
    for (PluginName plugin : plan.plugins()) {
      if (state.of(plugin).isOver()) {
        left.put(plugin, TimeLeft.NONE);
      }
    }
    for (PluginName plugin : open(state)) {
      int place = predicted.indexOf(plugin);
      left.put(
          plugin, timeLeft(draws.quantiles(place, LEVELS), isLongerThanEverSeen(place, state)));
    }
    return left;
  }

  private @Nullable TimeLeft together(RunState state, DrawsLeft draws) {
    List<PluginName> open = open(state);
    if (open.isEmpty()) {
      return missing(state).isEmpty() ? TimeLeft.NONE : null;
    }
    boolean isLonger =
        open.stream().anyMatch(plugin -> isLongerThanEverSeen(predicted.indexOf(plugin), state));
    RestOfSchedule rest = RestOfSchedule.of(plan.schedule(), predicted, state);
    return timeLeft(draws.quantiles(rest::duration, LEVELS), isLonger);
  }

  private static TimeLeft timeLeft(double[] quantiles, boolean isLongerThanEverSeen) {
    return new TimeLeft(PredictiveDistribution.of(quantiles), isLongerThanEverSeen);
  }

  private boolean isLongerThanEverSeen(int place, RunState state) {
    return state.of(predicted.get(place)) instanceof PluginState.Running running
        && durations.isLongerThanEverSeen(place, running.elapsedSeconds());
  }

  /** The plugins that are predicted and not over. */
  private List<PluginName> open(RunState state) {
    return predicted.stream().filter(plugin -> !state.of(plugin).isOver()).toList();
  }

  private List<PluginName> missing(RunState state) {
    List<PluginName> missing = new ArrayList<>();
    for (PluginName plugin : plan.plugins()) {
      if (!plan.predictions().containsKey(plugin) && !state.of(plugin).isOver()) {
        missing.add(plugin);
      }
    }
    missing.sort(Comparator.naturalOrder());
    return missing;
  }
}
