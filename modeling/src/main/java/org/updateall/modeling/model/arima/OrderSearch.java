package org.updateall.modeling.model.arima;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stepwise search of Hyndman and Khandakar (2008, 3.2) for the orders of least AICc, with the
 * order of steps of R's auto.arima. A mean is always there, so that the choice does not depend on
 * where the scale has its 0; a drift may be or not.
 *
 * <p>Each form starts from the best one so far, so that a form with more coefficients is never
 * found less likely than that.
 */
final class OrderSearch {

  private static final int MOST_COEFFICIENTS = 5;
  private static final int MOST_SEASONAL = 2;
  private static final int MOST_FORMS = 94;

  /** Changes of p, q, P, Q in the order in which they are tried. */
  private static final int[][] STEPS = {
    {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1},
    {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1}, {0, 0, 1, 1},
    {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0},
    {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0},
  };

  private final DifferencedWindow window;
  private final ArimaOrders differences;
  private final int most;
  private final int mostSeasonal;
  private final Map<ArimaOrders, ArimaEstimate> tried = new HashMap<>();
  private ArimaEstimate best;

  /**
   * @param differences orders without coefficients and constant
   */
  OrderSearch(DifferencedWindow window, ArimaOrders differences) {
    this.window = window;
    this.differences = differences;
    most = Math.min(MOST_COEFFICIENTS, window.observed() / 3);
    int m = differences.period();
    mostSeasonal = m == 1 ? 0 : Math.min(MOST_SEASONAL, window.observed() / 3 / m);
    best = estimate(differences.withConstant(mayHaveConstant()), List.of(new double[0]));
  }

  /** No coefficients, but a mean or drift where there may be one. */
  ArimaEstimate simplest() {
    return best;
  }

  /** The best form, from R's starting forms. */
  ArimaEstimate fromScratch() {
    ArimaOrders none = best.orders();
    int seasonal = Math.min(1, mostSeasonal);
    int start = Math.min(2, most);
    attempt(none.plus(start, start, seasonal, seasonal));
    attempt(none.plus(Math.min(1, most), 0, seasonal, 0));
    attempt(none.plus(0, Math.min(1, most), 0, seasonal));
    if (mayToggle()) {
      attempt(none.withConstant(false));
    }
    return climb();
  }

  /** The best form in the neighbourhood of an earlier one, with its parameters to start from. */
  ArimaEstimate from(ArimaOrders orders, ArimaParameters parameters) {
    if (!isWithinLimits(orders)) {
      return fromScratch();
    }
    double[] point = ArmaPolynomials.of(orders, parameters).point();
    consider(estimate(orders, List.of(point)));
    return climb();
  }

  private boolean isWithinLimits(ArimaOrders orders) {
    return differences.hasDifferencesOf(orders)
        && orders.ar() <= most
        && orders.ma() <= most
        && orders.seasonalAr() <= mostSeasonal
        && orders.seasonalMa() <= mostSeasonal;
  }

  private boolean mayHaveConstant() {
    return differences.allDifferences() <= 1;
  }

  private boolean mayToggle() {
    return differences.allDifferences() == 1;
  }

  private ArimaEstimate climb() {
    boolean improved = true;
    while (improved && tried.size() < MOST_FORMS) {
      improved = improves();
    }
    return best;
  }

  private boolean improves() {
    ArimaOrders from = best.orders();
    for (int[] step : STEPS) {
      if (isPossible(from, step) && attempt(from.plus(step[0], step[1], step[2], step[3]))) {
        return true;
      }
    }
    return mayToggle() && attempt(from.withConstant(!from.constant()));
  }

  private boolean isPossible(ArimaOrders from, int[] step) {
    return isWithin(from.ar() + step[0], most)
        && isWithin(from.ma() + step[1], most)
        && isWithin(from.seasonalAr() + step[2], mostSeasonal)
        && isWithin(from.seasonalMa() + step[3], mostSeasonal);
  }

  private static boolean isWithin(int order, int limit) {
    return order >= 0 && order <= limit;
  }

  /** Whether that form is new and better than the best so far. */
  private boolean attempt(ArimaOrders orders) {
    if (tried.containsKey(orders) || tried.size() >= MOST_FORMS) {
      return false;
    }
    return consider(estimate(orders, best.starts(orders)));
  }

  private boolean consider(ArimaEstimate candidate) {
    boolean better = candidate.aicc() < best.aicc();
    best = better ? candidate : best;
    return better;
  }

  private ArimaEstimate estimate(ArimaOrders orders, List<double[]> starts) {
    ArimaEstimate estimate = ArimaEstimate.maximize(window, orders, starts);
    tried.put(orders, estimate);
    return estimate;
  }
}
