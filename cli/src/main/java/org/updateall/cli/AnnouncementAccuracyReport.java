package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.retrieval.AnnouncedMeasure;
import org.updateall.domain.retrieval.AnnouncementAccuracy;

/** How well announcements were met, as a table and as JSON. */
final class AnnouncementAccuracyReport {

  private AnnouncementAccuracyReport() {}

  static Table table(List<AnnouncementAccuracy> accuracies) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("MEASURE"),
            Column.right("ANNOUNCED"),
            Column.right("MEASURED"),
            Column.right("OF THEM 0"),
            Column.right("BIAS"),
            Column.right("RELATIVE"),
            Column.right("ERROR"),
            Column.right("CONFIDENCE"),
            Column.right("SUFFICED"));
    for (AnnouncementAccuracy each : accuracies) {
      table.row(
          each.plugin().value(),
          word(each.measure()),
          Long.toString(each.announcements()),
          Long.toString(each.pairs()),
          Long.toString(each.zeroActuals()),
          bias(each),
          signedPercent(each.relativeBias()),
          percent(each.meanAbsolutePercentageError()),
          percent(each.meanConfidence()),
          percent(each.confidenceCoverage()));
    }
    return table;
  }

  static Map<String, Object> document(AnnouncementAccuracy accuracy) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", accuracy.plugin().value());
    document.put("measure", accuracy.measure().wireName());
    document.put("announcements", accuracy.announcements());
    document.put("pairs", accuracy.pairs());
    document.put("zero_actuals", accuracy.zeroActuals());
    document.put("bias", rounded(accuracy.bias()));
    document.put("relative_bias", rounded(accuracy.relativeBias()));
    document.put("mean_absolute_percentage_error", rounded(accuracy.meanAbsolutePercentageError()));
    document.put("confident_pairs", accuracy.confidentPairs());
    document.put("mean_confidence", rounded(accuracy.meanConfidence()));
    document.put("confidence_coverage", rounded(accuracy.confidenceCoverage()));
    return document;
  }

  private static @Nullable Double rounded(@Nullable Double value) {
    return value == null ? null : Json.share(value);
  }

  private static String word(AnnouncedMeasure measure) {
    return switch (measure) {
      case DOWNLOAD_SIZE -> "download";
      case CPU_TIME -> "CPU time";
      case WALL_CLOCK -> "time";
      case MEMORY_PEAK -> "memory";
      case PACKAGES -> "packages";
    };
  }

  private static String bias(AnnouncementAccuracy accuracy) {
    Double bias = accuracy.bias();
    return bias == null
        ? "–"
        : (bias < 0 ? "-" : "+") + quantity(accuracy.measure(), Math.abs(bias));
  }

  private static String quantity(AnnouncedMeasure measure, double value) {
    return switch (measure) {
      case DOWNLOAD_SIZE, MEMORY_PEAK -> Quantity.bytes(value);
      case CPU_TIME, WALL_CLOCK -> Quantity.seconds(value);
      case PACKAGES -> String.format(Locale.ROOT, "%.1f", value);
    };
  }

  private static String signedPercent(@Nullable Double share) {
    return share == null ? "–" : (share < 0 ? "" : "+") + Quantity.percent(share);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "–" : Quantity.percent(share);
  }
}
