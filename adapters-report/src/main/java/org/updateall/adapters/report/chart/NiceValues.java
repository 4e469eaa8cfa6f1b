package org.updateall.adapters.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.updateall.domain.forecast.Target;

/**
 * Which values an axis marks: round ones in the unit that a person would count them in, such as
 * half minutes or MiB.
 */
final class NiceValues {

  private static final double MINUTE = 60;
  private static final double HOUR = 3600;
  private static final double DAY = 86400;
  private static final double KIBI = 1024;
  private static final double[] OF_SIXTY = {1, 2, 5, 10, 15, 20, 30, 60};
  private static final double[] OF_HOURS = {1, 2, 3, 6, 12, 24};
  private static final double[] DECIMAL = {1, 2, 5, 10};
  private static final double[] TIMES = {
    .001, .003, .01, .03, .1, .3, 1, 3, 10, 30, 60, 180, 600, 1800, 3600, 10800, 36000, 86400,
    259200, 864000
  };
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  private static final MathContext FOUR_FIGURES = new MathContext(4);

  /** A unit to count in, such as minutes. */
  private record Count(double size, String name) {}

  private NiceValues() {}

  static List<Double> between(ValueAxis axis, int most) {
    return axis.logarithmic() ? ratios(axis, most) : steps(axis, most);
  }

  /** A marked value with its unit, 0 without any. */
  static String label(ValueAxis axis, double value) {
    if (value == 0) {
      return "0";
    }
    Count count = axis.logarithmic() ? countFor(axis.unit(), value) : countOf(axis);
    return new BigDecimal(value / count.size)
            .round(FOUR_FIGURES)
            .stripTrailingZeros()
            .toPlainString()
        + " "
        + count.name;
  }

  private static List<Double> steps(ValueAxis axis, int most) {
    double step = step(axis, (axis.high() - axis.low()) / most);
    List<Double> values = new ArrayList<>();
    for (double k = Math.ceil(axis.low() / step - 1e-9);
        k * step <= axis.high() * (1 + 1e-9);
        k++) {
      values.add(k * step);
    }
    return values;
  }

  /** The least round step that is not below that. */
  private static double step(ValueAxis axis, double least) {
    Count count = countOf(axis);
    double counted = least / count.size;
    return count.size * (counted <= 1 ? decimal(counted) : ofCount(count, counted));
  }

  private static double ofCount(Count count, double least) {
    double[] steps =
        switch (count.name) {
          case "s", "min" -> OF_SIXTY;
          case "h" -> OF_HOURS;
          default -> new double[0];
        };
    return DoubleStream.of(steps)
        .filter(step -> step >= least)
        .findFirst()
        .orElseGet(() -> decimal(least));
  }

  private static double decimal(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(DECIMAL)
        .map(each -> each * power)
        .filter(step -> step >= least * (1 - 1e-9))
        .findFirst()
        .orElse(10 * power);
  }

  /** What all marks of it are counted in: a time only from three of that on. */
  private static Count countOf(ValueAxis axis) {
    return switch (axis.unit()) {
      case SECONDS -> time(axis.high() / 3);
      case BYTES -> size(axis.high());
    };
  }

  private static Count countFor(Target.Unit unit, double value) {
    return switch (unit) {
      case SECONDS -> time(value);
      case BYTES -> size(value);
    };
  }

  private static Count time(double seconds) {
    if (seconds >= DAY) {
      return new Count(DAY, "d");
    }
    if (seconds >= HOUR) {
      return new Count(HOUR, "h");
    }
    return seconds >= MINUTE ? new Count(MINUTE, "min") : new Count(1, "s");
  }

  private static Count size(double bytes) {
    int power = 0;
    double size = 1;
    while (bytes >= size * KIBI && power < SIZES.length - 1) {
      size *= KIBI;
      power++;
    }
    return new Count(size, SIZES[power]);
  }

  /** Round values each about as many times as great as the one before it. */
  private static List<Double> ratios(ValueAxis axis, int most) {
    List<Double> values =
        candidates(axis).filter(each -> each >= axis.low() && each <= axis.high()).boxed().toList();
    int every = Math.max(1, (int) Math.ceil((double) values.size() / most));
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i += every) {
      kept.add(values.get(i));
    }
    return kept;
  }

  private static DoubleStream candidates(ValueAxis axis) {
    return switch (axis.unit()) {
      case SECONDS ->
          DoubleStream.concat(
              DoubleStream.of(TIMES),
              DoubleStream.iterate(30 * DAY, each -> each <= axis.high(), each -> each * 10));
      case BYTES -> DoubleStream.iterate(1, each -> each <= axis.high(), each -> each * 4);
    };
  }
}
