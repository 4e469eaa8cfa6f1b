package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/** Windows that tests learn from. */
final class Windows {

  static final double DAY = 86_400;

  private Windows() {}

  /** Noise about a level that wanders. */
  static TimeSeries wandering(int size, long seed) {
    Random random = new Random(seed);
    double[] values = new double[size];
    double level = 50;
    for (int i = 0; i < size; i++) {
      level += random.nextGaussian();
      values[i] = level + 4 * random.nextGaussian();
    }
    return TimeSeries.of(values);
  }

  /** The same with covariates: the first adds to the value, the others say nothing. */
  static TimeSeries withCovariates(int size, int covariates, long seed) {
    Random random = new Random(seed);
    double[] values = new double[size];
    List<Occasion> occasions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] known = random.doubles(covariates, 0, 10).toArray();
      occasions.add(new Occasion(DAY * i + random.nextInt(40_000), known));
      values[i] = 20 + 5 * known[0] + random.nextGaussian();
    }
    return new TimeSeries(values, occasions, new BitSet(), 1);
  }
}
