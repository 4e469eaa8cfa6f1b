package org.updateall.adapters.report.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.reporting.ReadableQuantity;

/** The words of the page for figures, times and grounds. */
final class Wording {

  static final String NOTHING = "–";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final double LEAST_CHANCE = 0.01;

  private Wording() {}

  static String name(Target target) {
    return switch (target) {
      case WALL_CLOCK -> "Elapsed time";
      case CPU_TIME -> "CPU time";
      case MEMORY_PEAK -> "Memory peak";
      case DOWNLOAD_SIZE -> "Download size";
    };
  }

  static String name(Target target, Coverage coverage) {
    return coverage == Coverage.INSTALL ? name(target) + " of installing alone" : name(target);
  }

  static String amount(Target target, double value) {
    return ReadableQuantity.of(target.unit(), value);
  }

  static String range(Target target, PredictionInterval interval) {
    return amount(target, interval.lower()) + " – " + amount(target, interval.upper());
  }

  /** Such as {@code 12 %}, {@code < 1 %} and {@code > 99 %}; never certain. */
  static String chance(double probability) {
    if (probability < LEAST_CHANCE) {
      return "< 1 %";
    }
    return probability > 1 - LEAST_CHANCE ? "> 99 %" : whole(probability);
  }

  /** Such as {@code 87.5 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** A level such as {@code 90 %} or {@code 97.5 %}. */
  static String level(double level) {
    double percent = Math.round(level * 1000) / 10.0;
    return percent == Math.rint(percent) ? whole(level) : percent + " %";
  }

  /** Such as {@code 87–93 %}. */
  static String band(CoverageBand band) {
    return String.format(Locale.ROOT, "%.0f–%s", 100 * band.lower(), whole(band.upper()));
  }

  private static String whole(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  static String ratio(@Nullable Double ratio) {
    return ratio == null ? NOTHING : String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** Such as {@code 1 run} or {@code 1,204 runs}. */
  static String count(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  static String day(Instant time, ZoneId zone) {
    return DAY.format(time.atZone(zone));
  }

  /** What a prediction rests on. */
  static String basis(Prediction prediction) {
    return switch (prediction.basis()) {
      case MODEL -> prediction.model() == null ? "model" : prediction.model().replace('_', ' ');
      case FEW_RUNS -> prediction.fleet() ? "few runs, fleet prior" : "few runs, spread assumed";
      case FAILED_RUNS -> "its failed runs alone";
      case PRIOR -> prediction.fleet() ? "fleet prior" : "other plugins or hosts";
      case ANNOUNCED -> "announced, spread assumed";
      case DEFAULT -> "assumed, nothing known";
      case NOTHING -> "no measured run yet";
    };
  }
}
