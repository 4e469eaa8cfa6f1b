package org.updateall.adapters.report.chart;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.reporting.MonthlyCost;
import org.updateall.domain.retrieval.MeasureTotal;

/**
 * What updates came to month by month, stacked by plugin: the greatest at the bottom, what is
 * beyond the eighth together. Months without any run are there, too.
 */
public final class MonthlyChart extends Chart {

  private static final int MOST_PARTS = 8;
  private static final double LEFT = 66;
  private static final double RIGHT = WIDE - 14;
  private static final double TOP = 22;
  private static final double BOTTOM = 224;
  private static final double BELOW = 28;
  private static final double WIDEST_BAR = 44;
  private static final double LABEL = 62;
  private static final int LONGEST_NAME = 24;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final Target target;
  private final Map<YearMonth, List<Part>> months;
  private final List<String> names;
  private final ValueAxis values;
  private final Legend legend;

  /** What a plugin, or the rest, came to in a month. */
  private record Part(int place, double value) {}

  private MonthlyChart(List<MonthlyCost> costs, Target target) {
    this.target = target;
    Map<PluginName, Integer> places = places(costs, target);
    this.names = names(places);
    this.months = months(costs, places, target);
    double high = months.values().stream().mapToDouble(MonthlyChart::sum).max().orElse(0);
    this.values = ValueAxis.fromZero(target.unit(), high, BOTTOM, TOP);
    this.legend = legend();
  }

  /**
   * @param target which of their measures
   * @throws IllegalArgumentException if its values do not add up: the memory peak
   */
  public static MonthlyChart of(List<MonthlyCost> costs, Target target) {
    return new MonthlyChart(costs, target);
  }

  private static MeasureTotal total(MonthlyCost cost, Target target) {
    return switch (target) {
      case WALL_CLOCK -> cost.wallClockSeconds();
      case CPU_TIME -> cost.cpuSeconds();
      case DOWNLOAD_SIZE -> cost.downloadSizeBytes();
      case MEMORY_PEAK -> throw new IllegalArgumentException("memory peaks do not add up");
    };
  }

  /** Each plugin's place, that of the greatest first; those of the rest have the same. */
  private static Map<PluginName, Integer> places(List<MonthlyCost> costs, Target target) {
    Map<PluginName, Double> sums =
        costs.stream()
            .collect(
                Collectors.groupingBy(
                    MonthlyCost::plugin,
                    Collectors.summingDouble(cost -> total(cost, target).sum())));
    List<PluginName> ranked =
        sums.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .sorted(
                Map.Entry.<PluginName, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    Map<PluginName, Integer> places = new LinkedHashMap<>();
    ranked.forEach(plugin -> places.put(plugin, Math.min(places.size(), MOST_PARTS)));
    return places;
  }

  private static List<String> names(Map<PluginName, Integer> places) {
    List<String> names = places.keySet().stream().limit(MOST_PARTS).map(PluginName::value).toList();
    int rest = places.size() - names.size();
    return rest == 0
        ? names
        : Stream.concat(names.stream(), Stream.of("%d others".formatted(rest))).toList();
  }

  private static Map<YearMonth, List<Part>> months(
      List<MonthlyCost> costs, Map<PluginName, Integer> places, Target target) {
    Map<YearMonth, Map<Integer, Double>> sums = new HashMap<>();
    for (MonthlyCost cost : costs) {
      Integer place = places.get(cost.plugin());
      if (place != null) {
        sums.computeIfAbsent(cost.month(), month -> new TreeMap<>())
            .merge(place, total(cost, target).sum(), Double::sum);
      }
    }
    Map<YearMonth, List<Part>> months = new LinkedHashMap<>();
    for (YearMonth month : allOf(costs)) {
      months.put(
          month,
          sums.getOrDefault(month, Map.of()).entrySet().stream()
              .map(each -> new Part(each.getKey(), each.getValue()))
              .toList());
    }
    return months;
  }

  private static List<YearMonth> allOf(List<MonthlyCost> costs) {
    if (costs.isEmpty()) {
      return List.of();
    }
    List<YearMonth> known = costs.stream().map(MonthlyCost::month).sorted().toList();
    YearMonth first = known.get(0);
    long between = ChronoUnit.MONTHS.between(first, known.get(known.size() - 1));
    return LongStream.rangeClosed(0, between).mapToObj(first::plusMonths).toList();
  }

  private static double sum(List<Part> parts) {
    return parts.stream().mapToDouble(Part::value).sum();
  }

  private Legend legend() {
    Legend signs = new Legend(LEFT, RIGHT);
    for (int place = 0; place < names.size(); place++) {
      signs.add(Legend.box(kind(place)), Svg.shortened(names.get(place), LONGEST_NAME));
    }
    return signs;
  }

  private static String kind(int place) {
    return place == MOST_PARTS ? "rest" : "part" + (place + 1);
  }

  @Override
  public String title() {
    return "Month by month: " + HistoryWords.name(target);
  }

  @Override
  public String description() {
    if (names.isEmpty()) {
      return "Nothing was measured.";
    }
    Map.Entry<YearMonth, List<Part>> greatest =
        months.entrySet().stream()
            .max(Comparator.comparingDouble(each -> sum(each.getValue())))
            .orElseThrow();
    double all = months.values().stream().mapToDouble(MonthlyChart::sum).sum();
    return "%s, together %s; most in %s, %s. The greatest part is that of %s."
        .formatted(
            months.size() == 1 ? "1 month" : months.size() + " months",
            HistoryWords.amount(target, all),
            MONTH.format(greatest.getKey()),
            HistoryWords.amount(target, sum(greatest.getValue())),
            names.get(0));
  }

  @Override
  double width() {
    return WIDE;
  }

  @Override
  double height() {
    return BOTTOM + BELOW + legend.height() + 4;
  }

  @Override
  void draw(Svg svg) {
    Path grid = new Path();
    for (Tick tick : values.ticks()) {
      grid.move(LEFT, tick.place()).line(RIGHT, tick.place());
      svg.label("faint end", LEFT - 8, tick.place() + 4, tick.label());
    }
    svg.path("grid", grid);
    svg.label("faint", LEFT, TOP - 9, HistoryWords.name(target));
    drawMonths(svg);
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    if (names.isEmpty()) {
      svg.label("faint middle", (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2, "nothing was measured");
    }
    legend.draw(svg, BOTTOM + BELOW);
  }

  private void drawMonths(Svg svg) {
    double slot = (RIGHT - LEFT) / Math.max(1, months.size());
    int every = Math.max(1, (int) Math.ceil(LABEL / slot));
    int number = 0;
    for (Map.Entry<YearMonth, List<Part>> month : months.entrySet()) {
      double middle = LEFT + (number + 0.5) * slot;
      drawBar(svg, month.getKey(), month.getValue(), middle, Math.min(WIDEST_BAR, 0.8 * slot) / 2);
      if (number % every == 0) {
        svg.label("faint middle", middle, BOTTOM + 17, MONTH.format(month.getKey()));
      }
      number++;
    }
  }

  private void drawBar(Svg svg, YearMonth month, List<Part> parts, double middle, double half) {
    double below = 0;
    for (Part part : parts) {
      double bottom = values.place(below);
      below += part.value();
      Path box = new Path().box(middle - half, values.place(below), middle + half, bottom);
      svg.open("path", "class", kind(part.place()), "d", box.toString())
          .text("title", words(month, part))
          .close();
    }
  }

  private String words(YearMonth month, Part part) {
    return "%s, %s: %s"
        .formatted(
            names.get(part.place()),
            MONTH.format(month),
            HistoryWords.amount(target, part.value()));
  }
}
