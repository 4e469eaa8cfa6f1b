package org.updateall.adapters.report.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/** Histories to draw, the same each time. */
public final class HistoryFixture {

  public static final Instant START = Instant.parse("2025-11-03T05:12:00Z");

  private HistoryFixture() {}

  /** A law whose logarithm is even about a middle. */
  public static PredictiveDistribution law(double median, double spread) {
    double[] quantiles =
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> median * Math.exp(spread * Math.log(level / (1 - level)) / 2))
            .toArray();
    return PredictiveDistribution.of(quantiles);
  }

  public static PastForecast said(double median, double spread, boolean beforehand) {
    return new PastForecast(QuantileOutline.of(law(median, spread)), beforehand);
  }

  public static PastRun run(int day, double value, @Nullable PastForecast forecast) {
    return new PastRun(START.plus(Duration.ofDays(day)), value, forecast);
  }

  public static List<RunAhead> ahead(int after, double median, double spread, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new RunAhead(
                    START.plus(Duration.ofDays(after + i)), law(median, spread * (1 + i / 8.0))))
        .toList();
  }

  public static TargetHistory history(
      String plugin, Target target, List<PastRun> past, List<RunAhead> ahead) {
    return new TargetHistory(new PluginName(plugin), target, Coverage.WHOLE, past, ahead);
  }

  /** Runs of every day: the first tenth without a forecast, then a third said afterwards. */
  public static TargetHistory daily(int runs) {
    SplittableRandom random = new SplittableRandom(7);
    List<PastRun> past = new ArrayList<>();
    for (int day = 0; day < runs; day++) {
      double usual = 70 + 25 * Math.sin(day / 20.0);
      double value = usual * Math.exp(0.35 * random.nextDouble(-2, 2) * random.nextDouble());
      PastForecast forecast = day < runs / 10 ? null : said(usual, 0.17, day >= runs * 13 / 30);
      past.add(run(day, value, forecast));
    }
    return history("apt", Target.WALL_CLOCK, past, ahead(runs, 82, 0.2, 6));
  }
}
