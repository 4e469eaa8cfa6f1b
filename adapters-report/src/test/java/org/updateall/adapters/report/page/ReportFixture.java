package org.updateall.adapters.report.page;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.report.chart.HistoryFixture;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Chance;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.PluginOutcomes;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.ledger.RuleOfThumb;
import org.updateall.domain.reporting.ForecastQuality;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.MonthlyCost;
import org.updateall.domain.reporting.NextRun;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.PluginHistory;
import org.updateall.domain.reporting.TargetHistory;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.MeasureTotal;
import org.updateall.domain.retrieval.RecentExecution;

/**
 * Reports to make pages of, the same each time: a run a day, each plugin in some of the targets.
 */
final class ReportFixture {

  /** What a payload of {@link #hostile()} would set if it were ever carried out. */
  static final String TRAP = "trapped";

  static final String PAYLOAD =
      "<script>window.trapped=1</script><img src=x onerror='window.trapped=1'>\"'`</title></style>"
          + "</script><!--<script>";

  /** Text that would do harm by how it is shown. */
  static final String UNSEEN = "\u202egpj.\u2066\u2028\u2029\u0007\u001b[31m\ud800";

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<String> NAMES =
      List.of("apt", "flatpak", "snap", "npm", "cargo", "rustup", "pipx", "gem", "brew", "docker");
  private static final Instant START = HistoryFixture.START;

  private final SplittableRandom random = new SplittableRandom(20261129);
  private final HostScope host;
  private final List<PluginName> plugins;
  private final int runs;
  private final int targets;
  private final List<JudgedPrediction> beforehand = new ArrayList<>();
  private final List<JudgedPrediction> afterwards = new ArrayList<>();

  private ReportFixture(String host, List<PluginName> plugins, int runs, int targets) {
    this.host = HostScope.only(host);
    this.plugins = plugins;
    this.runs = runs;
    this.targets = targets;
  }

  /** A year of thirty plugins in all four targets. */
  static HistoryReport year() {
    List<PluginName> plugins =
        IntStream.range(0, 30)
            .mapToObj(
                i -> new PluginName(i < NAMES.size() ? NAMES.get(i) : "backup-of-volume-" + i))
            .toList();
    return new ReportFixture("atlas", plugins, 365, Target.values().length)
        .report(25, List.of("cargo said nothing beforehand: it was not asked in time"));
  }

  /** Ten weeks of three plugins in two targets. */
  static HistoryReport small() {
    List<PluginName> plugins = NAMES.stream().limit(3).map(PluginName::new).toList();
    return new ReportFixture("atlas", plugins, 70, 2).report(3, List.of());
  }

  /** A small one in which everything that is text would like to be something else. */
  static HistoryReport hostile() {
    List<PluginName> plugins =
        Stream.of(
                PAYLOAD,
                "x\u202ecod.exe",
                "\" onmouseover=\"window.trapped=1",
                "a".repeat(PluginName.MAX_LENGTH))
            .map(PluginName::new)
            .toList();
    return new ReportFixture(PAYLOAD + "\u2028" + "h".repeat(5000), plugins, 12, 2)
        .report(6, List.of(PAYLOAD + UNSEEN, "w".repeat(10_000_000)));
  }

  /** Of a history without any run. */
  static HistoryReport empty() {
    return new HistoryReport(
        START,
        ZONE,
        HostScope.everyHost(),
        null,
        0,
        new NextRun(List.of(), Map.of(), new RunRisk(List.of())),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        0,
        List.of());
  }

  /** Of a history with a single run, of which nothing was foretold. */
  static HistoryReport single() {
    return new ReportFixture("atlas", List.of(new PluginName("apt")), 1, 1).report(0, List.of());
  }

  /** Pairs of figures that are written in different ways, each pair as two runs of a plugin. */
  static HistoryReport figures() {
    return past(
        Stream.concat(
                pairs(
                    Target.WALL_CLOCK,
                    new double[][] {
                      {0.04, 9.94},
                      {9.96, 59.4},
                      {59.6, 72},
                      {3599.6, 3660},
                      {7500, 86399},
                      {1e5, 864000}
                    }),
                pairs(
                    Target.DOWNLOAD_SIZE,
                    new double[][] {
                      {512, 1023.4}, {1023.6, 1536}, {432013312, 1073741824}, {1e13, 5e15}
                    }))
            .toList());
  }

  /** Downloads from nothing at all to gigabytes, with forecasts and runs to come. */
  static HistoryReport wild() {
    List<PastRun> runs = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      double value = day % 7 == 0 ? 0 : Math.pow(10, 3 + day % 7);
      runs.add(HistoryFixture.run(day, value, day < 5 ? null : HistoryFixture.said(3e5, 2, true)));
    }
    return past(
        List.of(
            HistoryFixture.history(
                "apt", Target.DOWNLOAD_SIZE, runs, HistoryFixture.ahead(40, 3e5, 2, 6))));
  }

  private static Stream<TargetHistory> pairs(Target target, double[][] pairs) {
    return Arrays.stream(pairs)
        .map(
            pair ->
                HistoryFixture.history(
                    "p" + pair[0],
                    target,
                    List.of(
                        HistoryFixture.run(0, pair[0], null), HistoryFixture.run(1, pair[1], null)),
                    List.of()));
  }

  private static HistoryReport past(List<TargetHistory> histories) {
    HistoryReport empty = empty();
    return new HistoryReport(
        START,
        ZONE,
        HostScope.only("atlas"),
        null,
        2,
        empty.next(),
        histories.stream().map(each -> new PluginHistory(each.plugin(), List.of(each))).toList(),
        null,
        null,
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private HistoryReport report(int failures, List<String> warnings) {
    List<PluginHistory> histories = plugins.stream().map(this::history).toList();
    return new HistoryReport(
        START.plus(Duration.ofDays(runs)),
        ZONE,
        host,
        runs > 100 ? START : null,
        runs,
        next(),
        histories,
        beforehand.isEmpty() ? null : ForecastQuality.of(beforehand),
        afterwards.isEmpty() ? null : ForecastQuality.of(afterwards),
        costs(),
        IntStream.range(0, failures).mapToObj(this::failure).toList(),
        3L * failures,
        warnings);
  }

  private static double usual(PluginName plugin, Target target) {
    double size = 1 + Math.floorMod(plugin.value().hashCode(), 17) / 3.0;
    return switch (target) {
      case WALL_CLOCK -> 25 * size;
      case CPU_TIME -> 9 * size;
      case MEMORY_PEAK -> 6e7 * size;
      case DOWNLOAD_SIZE -> 2.5e7 * size;
    };
  }

  private PluginHistory history(PluginName plugin) {
    return new PluginHistory(
        plugin,
        Arrays.stream(Target.values())
            .limit(targets)
            .map(target -> history(plugin, target))
            .toList());
  }

  /** Nothing foretold of the first tenth, then a third said afterwards, the rest beforehand. */
  private TargetHistory history(PluginName plugin, Target target) {
    List<PastRun> past = new ArrayList<>();
    double usual = usual(plugin, target);
    for (int day = 0; day < runs; day++) {
      double middle = usual * (1 + 0.3 * Math.sin(day / 20.0));
      double value = middle * Math.exp(0.35 * random.nextGaussian());
      PastForecast forecast =
          day < runs / 10 + 1 ? null : HistoryFixture.said(middle, 0.42, day >= runs * 0.4);
      past.add(HistoryFixture.run(day, value, forecast));
      judge(plugin, target, day, value, forecast);
    }
    return new TargetHistory(
        plugin,
        target,
        plugins.indexOf(plugin) == 2 ? Coverage.INSTALL : Coverage.WHOLE,
        past,
        HistoryFixture.ahead(runs, usual, 0.42, 5));
  }

  private void judge(
      PluginName plugin, Target target, int day, double value, @Nullable PastForecast forecast) {
    if (forecast == null) {
      return;
    }
    double point = forecast.outline().quantile(0.5);
    PredictionInterval interval = forecast.outline().interval(0.9);
    (forecast.beforehand() ? beforehand : afterwards)
        .add(
            new JudgedPrediction(
                new RunId(new UUID(1, day)),
                "atlas",
                START.plus(Duration.ofDays(day)),
                new RecordedPrediction(
                    plugin,
                    target,
                    point,
                    interval,
                    forecast.outline(),
                    Basis.MODEL,
                    org.updateall.domain.forecast.IntervalBasis.OWN,
                    "pool",
                    day,
                    day),
                List.of(plugin),
                value,
                rules(point),
                new PredictionInterval(0.5 * point, 2.2 * point, 0.9)));
  }

  private Map<RuleOfThumb, Double> rules(double point) {
    Map<RuleOfThumb, Double> rules = new EnumMap<>(RuleOfThumb.class);
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      rules.put(rule, point * Math.exp(0.35 * random.nextGaussian()));
    }
    return rules;
  }

  private NextRun next() {
    List<ResourceEstimate> estimates = plugins.stream().map(this::estimate).toList();
    Map<Target, TotalPrediction> totals = new EnumMap<>(Target.class);
    for (Target target : List.of(Target.values()).subList(0, targets)) {
      double sum = target.combined(plugins.stream().map(plugin -> usual(plugin, target)).toList());
      PredictiveDistribution law = HistoryFixture.law(sum, 0.15);
      totals.put(target, new TotalPrediction(target, law, plugins, List.of()));
    }
    return new NextRun(estimates, totals, new RunRisk(plugins.stream().map(this::risk).toList()));
  }

  private ResourceEstimate estimate(PluginName plugin) {
    Map<Target, Prediction> predictions = new EnumMap<>(Target.class);
    boolean isNew = plugins.size() > 2 && plugins.indexOf(plugin) == 1;
    for (Target target : List.of(Target.values()).subList(0, targets)) {
      PredictiveDistribution law = HistoryFixture.law(usual(plugin, target), 0.42);
      predictions.put(
          target,
          new Prediction(
              new SeriesKey(plugin, host, target),
              law.median(),
              law,
              isNew ? Basis.PRIOR : runs > 5 ? Basis.MODEL : Basis.FEW_RUNS,
              isNew || runs <= 5 ? null : "exponential_smoothing",
              isNew ? 0 : runs,
              isNew ? 0 : runs - 1));
    }
    return new ResourceEstimate(plugin, predictions);
  }

  private OutcomeRisk risk(PluginName plugin) {
    List<ExecutionStatus> statuses =
        IntStream.range(0, runs)
            .mapToObj(i -> i % 23 == 7 ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS)
            .toList();
    return new OutcomeRisk(
        new PluginOutcomes(plugin, statuses, List.of()),
        new Chance(0.043, 0.02, 0.09),
        new Chance(0.002, 0, 0.01),
        0.03,
        4);
  }

  private List<MonthlyCost> costs() {
    List<MonthlyCost> costs = new ArrayList<>();
    YearMonth first = YearMonth.of(2025, 11);
    for (int month = 0; month <= runs / 30; month++) {
      for (PluginName plugin : plugins) {
        double share = 24 + random.nextDouble(12);
        costs.add(
            new MonthlyCost(
                first.plusMonths(month),
                plugin,
                Math.min(30, runs),
                Math.min(1, runs / 30),
                total(share * usual(plugin, Target.WALL_CLOCK)),
                targets > 1 ? total(share * usual(plugin, Target.CPU_TIME)) : MeasureTotal.NONE,
                targets > 3
                    ? total(share * usual(plugin, Target.DOWNLOAD_SIZE))
                    : MeasureTotal.NONE));
      }
    }
    return costs;
  }

  private static MeasureTotal total(double sum) {
    return new MeasureTotal(30, sum, sum / 10);
  }

  private RecentExecution failure(int number) {
    PluginName plugin = plugins.get(number % plugins.size());
    RunId run = new RunId(new UUID(2, number));
    Instant start = START.plus(Duration.ofDays(runs - 2L * number));
    boolean cutOff = number % 3 == 2;
    ExecutionOutcome outcome =
        new ExecutionOutcome(
            run,
            new ExecutionId(new UUID(3, number)),
            "atlas",
            start,
            cutOff ? ExecutionStatus.TIMEOUT : ExecutionStatus.FAILED,
            12.0,
            null,
            null,
            null,
            null,
            null,
            Coverage.WHOLE,
            null);
    return new RecentExecution(
        run, plugin, outcome, start.plusSeconds(12), message(number), cutOff ? null : 100);
  }

  private String message(int number) {
    boolean isHostile = plugins.get(0).value().equals(PAYLOAD);
    if (isHostile) {
      return switch (number) {
        case 0 -> PAYLOAD;
        case 1 -> UNSEEN;
        case 2 -> "m".repeat(10_000_000);
        default -> "\n" + PAYLOAD + "\n" + PAYLOAD;
      };
    }
    return number % 4 == 1
        ? Stream.of(
                "E: Failed to fetch the index of the main section",
                "   Could not resolve the name of the mirror",
                "E: Some index files failed to download. They have been ignored, or old ones used.")
            .collect(joining("\n"))
        : "network unreachable";
  }
}
