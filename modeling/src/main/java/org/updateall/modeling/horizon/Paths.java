package org.updateall.modeling.horizon;

import io.vavr.control.Option;
import java.util.List;
import org.updateall.modeling.model.Occasion;

/** What one contender would have said of past paths, and what it says of the next. */
final class Paths {

  private final double prior;
  private final double[][] past;
  private final double[] next;

  /**
   * @param prior weight before anything is known
   * @param past by origin and step; empty if the contender had not enough to learn from
   * @param next by step
   */
  Paths(double prior, double[][] past, double[] next) {
    this.prior = prior;
    this.past = past;
    this.next = next;
  }

  /** Empty if the contender has not enough to learn from. */
  static Option<Paths> of(Contender contender, RollingOrigins origins, List<Occasion> future) {
    double[][] past = past(contender, origins);
    return contender.conclude(origins.series())
        ? Option.of(new Paths(contender.prior(), past, contender.forecast(future)))
        : Option.none();
  }

  private static double[][] past(Contender contender, RollingOrigins origins) {
    if (!contender.begin(origins.before())) {
      return new double[0][];
    }
    double[][] past = new double[origins.count()][];
    int path = 0;
    for (int index = origins.first(); index < origins.series().size(); index++) {
      if (path < past.length && origins.place(path) == index) {
        past[path] = contender.forecast(origins.expected(path));
        path++;
      }
      contender.observe(origins.series(), index);
    }
    return past;
  }

  double prior() {
    return prior;
  }

  boolean hasPast() {
    return past.length > 0;
  }

  double past(int path, int step) {
    return past[path][step];
  }

  double next(int step) {
    return next[step];
  }

  /** The mean over the steps of the mean size of errors at each; NaN if none is known. */
  double meanError(RollingOrigins origins) {
    double sum = 0;
    int steps = 0;
    for (int step = 0; hasPast() && step < origins.steps(); step++) {
      double mean = meanError(origins, step);
      if (!Double.isNaN(mean)) {
        sum += mean;
        steps++;
      }
    }
    return sum / steps;
  }

  /** The mean size of errors at that step; NaN if none is known. */
  double meanError(RollingOrigins origins, int step) {
    double sum = 0;
    int count = 0;
    for (int path = 0; path < past.length; path++) {
      double error = step < past[path].length ? error(origins, path, step) : Double.NaN;
      if (!Double.isNaN(error)) {
        sum += Math.abs(error);
        count++;
      }
    }
    return sum / count;
  }

  /** What came less what was said; NaN if it is not known. */
  double error(RollingOrigins origins, int path, int step) {
    return origins.actual(path, step) - past[path][step];
  }
}
