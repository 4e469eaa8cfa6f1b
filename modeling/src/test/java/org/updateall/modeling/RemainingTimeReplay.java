package org.updateall.modeling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RemainingTimeForecast;
import org.updateall.domain.progress.RunPlan;
import org.updateall.domain.progress.RunState;

/**
 * How often the remaining time of jobs lay in its 90 % range, asked when half, 80 % and 95 % of the
 * expected time had passed (the median of what was predicted), and when as much as the last
 * predicted quantile and twice that had; of the jobs that were still running then. Beside it, what
 * the predicted range less the time passed would have held. Every duration of every series is
 * predicted from those before it. A program: its argument is a directory as {@link WallTimes} reads
 * it; docs/benchmarks.md tells the command.
 */
class RemainingTimeReplay {

  private static final PluginName JOB = new PluginName("job");
  private static final double LEVEL = 0.9;
  private static final int FROM = 5;

  private final ConditionalForecaster forecaster = new ConditionalForecaster();
  private final ConcurrentLinkedQueue<Asked> all = new ConcurrentLinkedQueue<>();

  @Test
  void replaysEveryDuration() {
    Path directory = Path.of(System.getProperty("replay.directory"));
    WallTimes.in(directory).parallelStream().forEach(series -> series.replay(this::ask));
    print();
  }

  /** One question, and how it was answered. */
  private record Asked(
      Moment moment, String source, boolean held, boolean wasShorter, boolean simpleHeld) {}

  private enum Moment {
    HALF("50 %", 0.5, false),
    FOUR_FIFTHS("80 %", 0.8, false),
    NEARLY("95 %", 0.95, false),
    LAST_QUANTILE("99.5 % point", 1, true),
    TWICE_LAST_QUANTILE("twice that", 2, true);

    private final String title;
    private final double share;
    private final boolean isOfLastQuantile;

    Moment(String title, double share, boolean isOfLastQuantile) {
      this.title = title;
      this.share = share;
      this.isOfLastQuantile = isOfLastQuantile;
    }

    double elapsed(PredictiveDistribution believed) {
      double[] quantiles = believed.quantiles();
      return share * (isOfLastQuantile ? quantiles[quantiles.length - 1] : believed.median());
    }
  }

  private void ask(WallTimes.Told told) {
    if (told.number() <= FROM) {
      return;
    }
    RemainingTimeForecast forecast =
        forecaster.open(
            new RunPlan(
                List.of(JOB),
                Map.of(JOB, told.believed()),
                Schedule.sequential(),
                JointHistory.NONE));
    for (Moment moment : Moment.values()) {
      double elapsed = moment.elapsed(told.believed());
      if (told.seconds() > elapsed) {
        all.add(asked(moment, told, elapsed, forecast));
      }
    }
  }

  private static Asked asked(
      Moment moment, WallTimes.Told told, double elapsed, RemainingTimeForecast forecast) {
    RunState state = new RunState(Map.of(JOB, new PluginState.Running(elapsed, null)));
    PredictionInterval left = forecast.remaining(state).of(JOB).get().interval(LEVEL);
    double actual = told.seconds() - elapsed;
    return new Asked(
        moment,
        told.source(),
        left.contains(actual),
        actual < left.lower(),
        told.believed().interval(LEVEL).contains(told.seconds()));
  }

  private void print() {
    System.out.println(
        "                       asked    held  shorter  longer  predicted less elapsed");
    for (Moment moment : Moment.values()) {
      print(moment.title, asked -> asked.moment() == moment);
    }
    Map<String, List<Asked>> bySource = new TreeMap<>();
    all.forEach(
        asked -> bySource.computeIfAbsent(asked.source(), s -> new ArrayList<>()).add(asked));
    for (Moment moment : List.of(Moment.HALF, Moment.FOUR_FIFTHS, Moment.NEARLY)) {
      System.out.println(moment.title);
      for (String source : bySource.keySet()) {
        print(source, asked -> asked.moment() == moment && asked.source().equals(source));
      }
    }
  }

  private void print(String title, Predicate<Asked> which) {
    List<Asked> asked = all.stream().filter(which).toList();
    System.out.printf(
        Locale.ROOT,
        "%-20s %7d   %.3f    %.3f   %.3f  %.3f%n",
        title,
        asked.size(),
        share(asked, Asked::held),
        share(asked, Asked::wasShorter),
        share(asked, each -> !each.held() && !each.wasShorter()),
        share(asked, Asked::simpleHeld));
  }

  private static double share(List<Asked> asked, Predicate<Asked> which) {
    return (double) asked.stream().filter(which).count() / asked.size();
  }
}
