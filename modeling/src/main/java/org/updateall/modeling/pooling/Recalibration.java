package org.updateall.modeling.pooling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * Puts predictive distributions right by where values have lain in them on other hosts (probability
 * integral transforms; Dawid 1984; recalibrated as by Kuleshov, Fenner and Ermon 2018): the
 * quantile at a level becomes that at the level below which this share of the values has lain.
 *
 * <pre>
 * u_i      where value i lay, w_i its weight
 * G(u)   = ( W u + sum over u_i at most u of w_i ) / ( W + sum w_i )     W = 10
 * Q'(p)  = Q( G^-1(p) )
 * </pre>
 *
 * @param levels G^-1 at {@link #AT}
 */
public record Recalibration(List<Double> levels) {

  /** Where it is known; linear in between. */
  private static final double[] AT = {
    0, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 1
  };

  private static final double WEIGHT = 10;
  private static final MathContext DIGITS = new MathContext(4);

  /** That changes nothing. */
  static final Recalibration NONE = of(List.of(), 1);

  /**
   * @throws IllegalArgumentException if there is not one level for each, or they decrease or are
   *     beyond 0 and 1
   */
  public Recalibration {
    levels = Require.allFinite("levels", levels);
    Require.that(levels.size() == AT.length, "number of levels", levels.size());
    double before = 0;
    for (double level : levels) {
      Require.that(level >= before && level <= 1, "levels", levels);
      before = level;
    }
  }

  /**
   * @param places where values lay, in any order
   * @param weight of each
   */
  static Recalibration of(List<Double> places, double weight) {
    List<Double> sorted = new ArrayList<>(places);
    Collections.sort(sorted);
    double total = WEIGHT + weight * sorted.size();
    List<Double> levels = new ArrayList<>();
    int below = 0;
    for (double at : AT) {
      double wanted = at * total;
      while (below < sorted.size() && WEIGHT * sorted.get(below) + weight * (below + 1) <= wanted) {
        below++;
      }
      double reached = (wanted - weight * below) / WEIGHT;
      double most = below < sorted.size() ? sorted.get(below) : 1;
      double least = below > 0 ? sorted.get(below - 1) : 0;
      levels.add(rounded(Math.max(least, Math.min(most, reached))));
    }
    return new Recalibration(levels);
  }

  private static double rounded(double level) {
    return new BigDecimal(level).round(DIGITS).doubleValue();
  }

  /** The level whose quantile is taken for that of the given level. */
  double at(double level) {
    int place = Arrays.binarySearch(AT, level);
    if (place >= 0) {
      return levels.get(place);
    }
    int above = -place - 1;
    double share = (level - AT[above - 1]) / (AT[above] - AT[above - 1]);
    return levels.get(above - 1) + share * (levels.get(above) - levels.get(above - 1));
  }
}
