package org.updateall.modeling.model.trees;

import java.util.List;
import org.updateall.modeling.model.Occasion;

/** Forecasts over several steps: what is forecast is the past of the next step. */
final class Recursion {

  private Recursion() {}

  static double[] forecast(
      RecentPast past, Features features, Reference reference, Trees trees, List<Occasion> future) {
    Past before = Past.of(past);
    double[] forecasts = new double[future.size()];
    for (int step = 0; step < forecasts.length; step++) {
      Occasion occasion = future.get(step);
      double added = trees.sum(features.of(before, occasion));
      forecasts[step] = reference.of(before) + features.scale() * added;
      before.add(occasion, forecasts[step]);
    }
    return forecasts;
  }
}
