package org.updateall.adapters.report.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.updateall.adapters.report.chart.MonthlyChart;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.reporting.MonthlyCost;
import org.updateall.domain.retrieval.MeasureTotal;

/** What updates cost month by month. */
final class CostSection implements Section {

  private static final List<Target> TARGETS =
      List.of(Target.WALL_CLOCK, Target.DOWNLOAD_SIZE, Target.CPU_TIME);

  private final List<MonthlyCost> costs;

  CostSection(List<MonthlyCost> costs) {
    this.costs = costs;
  }

  @Override
  public String id() {
    return "costs";
  }

  @Override
  public String heading() {
    return "What updates cost";
  }

  @Override
  public void write(Html html) {
    if (costs.isEmpty()) {
      html.element("p", "No run came to an end in this time.");
      return;
    }
    for (Target target : TARGETS) {
      if (sum(costs, measure(target)).count() > 0) {
        html.element("h3", Wording.name(target) + " per month");
        MonthlyChart chart = MonthlyChart.of(costs, target);
        html.picture(chart.title(), chart.svg("costs-" + target.wireName().replace('_', '-')));
      }
    }
    months().write(html);
    plugins().writeFolded(html, 0);
  }

  private static Function<MonthlyCost, MeasureTotal> measure(Target target) {
    return switch (target) {
      case WALL_CLOCK -> MonthlyCost::wallClockSeconds;
      case CPU_TIME -> MonthlyCost::cpuSeconds;
      case DOWNLOAD_SIZE -> MonthlyCost::downloadSizeBytes;
      case MEMORY_PEAK -> throw new IllegalArgumentException("memory peaks do not add up");
    };
  }

  private static MeasureTotal sum(
      List<MonthlyCost> costs, Function<MonthlyCost, MeasureTotal> measure) {
    return costs.stream().map(measure).reduce(MeasureTotal.NONE, MeasureTotal::plus);
  }

  private DataTable months() {
    DataTable table =
        new DataTable("All plugins, month by month").words("Month").figures(headings());
    Map<YearMonth, List<MonthlyCost>> months = new TreeMap<>();
    costs.forEach(
        cost -> months.computeIfAbsent(cost.month(), month -> new ArrayList<>()).add(cost));
    months.forEach((month, some) -> table.row(cells(List.of(month), some)));
    return table.total(cells(List.of("All months"), costs));
  }

  private DataTable plugins() {
    DataTable table =
        new DataTable("Plugin by plugin").words("Month", "Plugin").figures(headings());
    costs.forEach(
        cost ->
            table.row(
                cells(
                    List.of(cost.month(), DataTable.foreign(cost.plugin().value())),
                    List.of(cost))));
    return table;
  }

  private static String[] headings() {
    return new String[] {"Executions", "Failed", "Time", "CPU time", "Download"};
  }

  private static Object[] cells(List<Object> names, List<MonthlyCost> costs) {
    List<Object> cells = new ArrayList<>(names);
    cells.add("%,d".formatted(costs.stream().mapToLong(MonthlyCost::executions).sum()));
    cells.add("%,d".formatted(costs.stream().mapToLong(MonthlyCost::failures).sum()));
    for (Target target : List.of(Target.WALL_CLOCK, Target.CPU_TIME, Target.DOWNLOAD_SIZE)) {
      MeasureTotal total = sum(costs, measure(target));
      cells.add(total.count() == 0 ? Wording.NOTHING : Wording.amount(target, total.sum()));
    }
    return cells.toArray();
  }
}
