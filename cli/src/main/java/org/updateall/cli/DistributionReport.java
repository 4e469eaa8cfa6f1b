package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.MeasureSummary;
import org.updateall.domain.retrieval.PeriodDistribution;
import org.updateall.domain.retrieval.PeriodLength;

/** How a measure was distributed, plugin by plugin and period by period. */
record DistributionReport(Measure measure, PeriodLength length, LocalClock clock) {

  Table table(List<PeriodDistribution> distributions) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left(length + " (" + clock.zone() + ")"),
            Column.right("COUNT"),
            Column.right("LEAST"),
            Column.right("MEAN"),
            Column.right("MEDIAN"),
            Column.right("95 %"),
            Column.right("GREATEST"),
            Column.right("SPREAD"));
    for (PeriodDistribution each : distributions) {
      MeasureSummary summary = each.summary();
      table.row(
          each.plugin().value(),
          clock.period(length, each.period()),
          Long.toString(summary.count()),
          shown(summary.minimum()),
          shown(summary.mean()),
          shown(summary.median()),
          shown(summary.percentile95()),
          shown(summary.maximum()),
          summary.standardDeviation() == null ? "–" : "± " + shown(summary.standardDeviation()));
    }
    return table;
  }

  Map<String, Object> document(PeriodDistribution distribution) {
    MeasureSummary summary = distribution.summary();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", distribution.plugin().value());
    document.put("start", distribution.period().start().toString());
    document.put("end", distribution.period().end().toString());
    document.put("count", summary.count());
    document.put("min", MeasureWord.figure(measure, summary.minimum()));
    document.put("max", MeasureWord.figure(measure, summary.maximum()));
    document.put("mean", MeasureWord.figure(measure, summary.mean()));
    document.put("median", MeasureWord.figure(measure, summary.median()));
    document.put("p95", MeasureWord.figure(measure, summary.percentile95()));
    document.put("standard_deviation", deviation(summary));
    document.put("sum", MeasureWord.figure(measure, summary.sum()));
    return document;
  }

  private @Nullable Number deviation(MeasureSummary summary) {
    Double deviation = summary.standardDeviation();
    return deviation == null ? null : MeasureWord.figure(measure, deviation);
  }

  private String shown(double value) {
    return MeasureWord.quantity(measure, value);
  }
}
