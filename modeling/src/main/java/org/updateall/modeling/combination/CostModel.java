package org.updateall.modeling.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.linear.NonNegativeCost;
import org.updateall.modeling.scale.PowerScale;

/**
 * A base and so much for each package and each byte, in the units of the series: none of them below
 * 0.
 */
final class CostModel implements Member {

  private static final int ENOUGH = 8;

  private final PowerScale scale;
  private final int covariates;
  private NonNegativeCost cost;

  /**
   * @param scale of the pool
   * @param covariates how many there are
   */
  CostModel(PowerScale scale, int covariates) {
    this.scale = scale;
    this.covariates = covariates;
    this.cost = NonNegativeCost.of(covariates);
  }

  @Override
  public String title() {
    return "cost by covariates";
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    return cost.observations() < ENOUGH ? Double.NaN : toScale(cost.forecast(covariates(occasion)));
  }

  private double toScale(double forecast) {
    return Double.isNaN(forecast) ? Double.NaN : scale.toScale(forecast);
  }

  @Override
  public void observe(Past past, Occasion occasion, double value) {
    cost = cost.update(covariates(occasion), scale.fromScale(value));
  }

  private double[] covariates(Occasion occasion) {
    double[] known = new double[covariates];
    Arrays.setAll(known, occasion::covariate);
    return known;
  }

  /** Coefficients, then points. */
  @Override
  public double[] state() {
    List<Double> all = new ArrayList<>(cost.coefficients());
    all.addAll(cost.points());
    return all.stream().mapToDouble(number -> number).toArray();
  }

  @Override
  public void restore(double[] state) {
    List<Double> all = Arrays.stream(state).boxed().toList();
    if (all.size() <= covariates) {
      throw new IllegalArgumentException(
          "the state of %s has only %d numbers".formatted(title(), all.size()));
    }
    cost =
        new NonNegativeCost(
            all.subList(0, covariates + 1), all.subList(covariates + 1, all.size()));
  }
}
