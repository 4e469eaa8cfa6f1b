package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PitHistogram;

/**
 * How often outcomes lay inside intervals of several levels (a reliability diagram), and in which
 * tenth of their distribution they fell. Totals, which are made of the plugins' own figures, do not
 * count.
 *
 * @param points by level, ascending
 * @param histogram of the same outcomes
 */
public record CalibrationCurve(List<Point> points, PitHistogram histogram) {

  private static final List<Double> LEVELS = List.of(0.2, 0.4, 0.5, 0.6, 0.8, 0.9, 0.95, 0.99);

  private static final double TOLERANCE = 1e-9;

  /**
   * @param level nominal level of the intervals
   * @param observed how many outcomes lay inside
   */
  public record Point(double level, CoverageBand observed) {

    public Point {
      requireNonNull(observed, "observed");
    }
  }

  public CalibrationCurve {
    requireNonNull(histogram, "histogram");
    points = List.copyOf(points);
  }

  /** Of those that are no totals; without points if there is none. */
  public static CalibrationCurve of(Collection<JudgedPrediction> judged) {
    List<JudgedPrediction> parts =
        judged.stream().filter(each -> !each.prediction().isTotal()).toList();
    List<Point> points =
        parts.isEmpty()
            ? List.of()
            : LEVELS.stream().map(level -> new Point(level, observed(parts, level))).toList();
    return new CalibrationCurve(points, PitHistogram.of(parts));
  }

  private static CoverageBand observed(List<JudgedPrediction> parts, double level) {
    long inside =
        parts.stream()
            .filter(each -> Math.abs(2 * each.probabilityBelow() - 1) <= level + TOLERANCE)
            .count();
    return new CoverageBand((int) inside, parts.size());
  }
}
