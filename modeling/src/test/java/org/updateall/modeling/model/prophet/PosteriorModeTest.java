package org.updateall.modeling.model.prophet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

final class PosteriorModeTest {

  private static final double TAU = 0.05;
  private static final double KKT = 1e-6;

  @Test
  void everyDerivativeVanishesOrIsWithinTheKinkAtTheMode() {
    Random random = new Random(1);
    for (int trial = 0; trial < 40; trial++) {
      Problem problem = Problem.of(jobs(random, 30 + 15 * trial));
      assertStationary(problem, problem.mode());
    }
  }

  @Test
  void everyDerivativeVanishesOnClassicSeries() {
    for (String name :
        List.of("Nile", "lynx", "WWWusage", "AirPassengers", "wineind", "LakeHuron")) {
      Problem problem = Problem.of(ClassicSeries.named(name));
      assertStationary(problem, problem.mode());
    }
  }

  @Test
  void noNeighbourIsBetter() {
    Random random = new Random(2);
    for (int trial = 0; trial < 10; trial++) {
      Problem problem = Problem.of(jobs(random, 60));
      PosteriorMode mode = problem.mode();
      double least = problem.objective(mode.theta(), mode.sigma());
      for (int neighbour = 0; neighbour < 200; neighbour++) {
        double size = Math.pow(10, -4 * random.nextDouble());
        double[] theta =
            Arrays.stream(mode.theta()).map(x -> x + 1e-2 * size * random.nextGaussian()).toArray();
        double sigma = mode.sigma() * Math.exp(0.05 * size * random.nextGaussian());
        assertTrue(problem.objective(theta, sigma) >= least);
      }
    }
  }

  @Test
  void coordinateDescentGoesToTheSamePlaceInTheEnd() {
    Random random = new Random(3);
    for (int trial = 0; trial < 8; trial++) {
      Problem problem = Problem.of(daysWithBreak(random, 60)).withColumns(2 + 3);
      PosteriorMode mode = problem.mode();
      double[] theta = new double[problem.columns()];
      double sigma = problem.bestSigma(theta);
      for (int turn = 0; turn < 40_000; turn++) {
        problem.descend(theta, sigma * sigma);
        sigma = problem.bestSigma(theta);
      }
      assertEquals(sigma, mode.sigma(), 1e-6 * sigma);
      assertEquals(
          problem.objective(theta, sigma), problem.objective(mode.theta(), mode.sigma()), 1e-6);
      assertArrayEquals(theta, mode.theta(), 1e-4);
    }
  }

  @Test
  void theLassoIsAtMostWhatProximalGradientFinds() {
    Random random = new Random(4);
    for (int trial = 0; trial < 10; trial++) {
      Problem problem = Problem.of(jobs(random, 80));
      double v = Math.pow(10, -1 - 2 * random.nextDouble());
      SparseQuadratic lasso =
          new SparseQuadratic(problem.products, problem.c(), problem.precisions, TAU);
      lasso.minimize(v);
      double[] theta = problem.proximalGradient(v, 2000);
      double found = problem.objective(lasso.theta(), Math.sqrt(v));
      double sought = problem.objective(theta, Math.sqrt(v));
      assertTrue(found <= sought + 1e-9, () -> found + " above " + sought);
    }
  }

  @Test
  void theLassoIsTheSameWhereverItBegins() {
    Random random = new Random(5);
    for (int trial = 0; trial < 10; trial++) {
      Problem problem = Problem.of(jobs(random, 100));
      SparseQuadratic warm =
          new SparseQuadratic(problem.products, problem.c(), problem.precisions, TAU);
      for (double v = 1e-5; v < 1; v *= 3) {
        warm.minimize(v);
        SparseQuadratic cold =
            new SparseQuadratic(problem.products, problem.c(), problem.precisions, TAU);
        cold.minimize(v);
        assertEquals(
            problem.objective(cold.theta(), Math.sqrt(v)),
            problem.objective(warm.theta(), Math.sqrt(v)),
            1e-9 * problem.observations / v);
      }
    }
  }

  @Test
  void aColumnThatDependsOnOthersStaysOut() {
    double[][] g = {{4, 0, 0, 1}, {0, 4, 4, 40}, {0, 4, 4, 40}, {1, 40, 40, 500}};
    double[] c = Arrays.copyOf(g[3], 3);
    SparseQuadratic lasso = new SparseQuadratic(g, c, new double[] {0.01}, TAU);
    lasso.minimize(1e-3);
    assertEquals((40 - 1e-3 / TAU) / 4, lasso.theta()[1] + lasso.theta()[2], 1e-9);
  }

  /** The second column is the first; but for the first's ridge it would be better. */
  @Test
  void aColumnOfWhichOnlyRoundingIsLeftStaysOut() {
    double[][] g = {{4, 4}, {4, 4}};
    SparseQuadratic lasso =
        new SparseQuadratic(g, new double[] {4e4, 4e4}, new double[] {0.01}, TAU);
    lasso.minimize(1e-12);
    assertArrayEquals(new double[] {1e4, 0}, lasso.theta(), 1e-6);
  }

  @Test
  void takesFewTurns() {
    Random random = new Random(6);
    for (int trial = 0; trial < 20; trial++) {
      int turns = Problem.of(jobs(random, 50 + 30 * trial)).mode().turns();
      assertTrue(turns <= 60, () -> turns + " turns");
    }
  }

  @Test
  void aLineWithoutNoiseLeavesTheLeastNoise() {
    double[] line = DoubleStream.iterate(3, y -> y + 2).limit(50).toArray();
    PosteriorMode mode = Problem.of(TimeSeries.of(line)).mode();
    assertTrue(mode.sigma() >= 1e-4 && mode.sigma() < 2e-3);
    assertEquals(1, mode.theta()[0], 1e-3);
    assertEquals(0, mode.theta()[1], 1e-3);
  }

  private static void assertStationary(Problem problem, PosteriorMode mode) {
    double[] theta = mode.theta();
    double v = mode.sigma() * mode.sigma();
    for (int i = 0; i < theta.length; i++) {
      double slope = problem.slope(theta, i) / v;
      if (i < problem.precisions.length) {
        assertEquals(0, slope + problem.precisions[i] * theta[i], KKT);
      } else if (theta[i] != 0) {
        assertEquals(-Math.signum(theta[i]) / TAU, slope, KKT);
      } else {
        assertTrue(Math.abs(slope) <= 1 / TAU + KKT, () -> "slope " + slope);
      }
    }
    double r = problem.squaredResiduals(theta);
    assertEquals(0, (problem.observations - r / v + 4 * v) / problem.observations, KKT);
  }

  /** Irregular times, several of them equal, a weekly season, a wandering level, and an event. */
  private static TimeSeries jobs(Random random, int count) {
    List<Occasion> occasions = new ArrayList<>();
    double[] values = new double[count];
    double time = 1e9;
    double level = 100;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(4) == 0 ? 0 : 3e5 * random.nextDouble();
      level += random.nextGaussian();
      boolean event = random.nextInt(5) == 0;
      occasions.add(new Occasion(time, event ? 1 : 0, random.nextGaussian()));
      values[i] = level + Math.sin(time / 96_000) + (event ? 3 : 0) + random.nextGaussian();
    }
    return new TimeSeries(values, occasions, new BitSet(), 1);
  }

  private static TimeSeries daysWithBreak(Random random, int count) {
    double[] values = new double[count];
    double rate = random.nextGaussian();
    double change = 4 * random.nextGaussian();
    for (int i = 0; i < count; i++) {
      values[i] = rate * i + change * Math.max(0, i - 20) + 8 * random.nextGaussian();
    }
    return TimeSeries.of(values);
  }

  /** The objective and its derivatives from residuals, written down apart from what is tested. */
  private static final class Problem {

    private final double[][] rows;
    private final double[] y;
    private final double[][] products;
    private final double[] precisions;
    private final int observations;

    private Problem(double[][] rows, double[] y, double[][] products, double[] precisions) {
      this.rows = rows;
      this.y = y;
      this.products = products;
      this.precisions = precisions;
      this.observations = y.length;
    }

    static Problem of(TimeSeries series) {
      Design design = new Design(series);
      LinearScale scale = ValueScaling.RANGE.of(series.values());
      double[][] rows = new double[series.size()][design.columns()];
      double[] y = new double[series.size()];
      for (int t = 0; t < y.length; t++) {
        design.write(series.occasion(t), rows[t]);
        y[t] = scale.to(series.value(t));
      }
      return of(rows, y, design.precisions());
    }

    private static Problem of(double[][] rows, double[] y, double[] precisions) {
      int size = rows[0].length + 1;
      double[][] products = new double[size][size];
      for (int t = 0; t < y.length; t++) {
        double[] whole = Arrays.copyOf(rows[t], size);
        whole[size - 1] = y[t];
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            products[i][j] += whole[i] * whole[j];
          }
        }
      }
      return new Problem(rows, y, products, precisions);
    }

    /** Time, one, and a few of the changepoints, evenly. */
    Problem withColumns(int count) {
      double[][] fewer = new double[rows.length][count];
      int kept = count - 2;
      int first = precisions.length;
      int changepoints = columns() - first;
      for (int t = 0; t < rows.length; t++) {
        fewer[t][0] = rows[t][0];
        fewer[t][1] = rows[t][1];
        for (int j = 0; j < kept; j++) {
          fewer[t][2 + j] = rows[t][first + j * changepoints / kept];
        }
      }
      return of(fewer, y, Arrays.copyOf(precisions, 2));
    }

    PosteriorMode mode() {
      return PosteriorMode.of(products, observations, precisions);
    }

    int columns() {
      return rows[0].length;
    }

    double[] c() {
      return Arrays.copyOf(products[columns()], columns());
    }

    double residual(double[] theta, int t) {
      double residual = y[t];
      for (int i = 0; i < theta.length; i++) {
        residual -= rows[t][i] * theta[i];
      }
      return residual;
    }

    double squaredResiduals(double[] theta) {
      double sum = 0;
      for (int t = 0; t < y.length; t++) {
        sum += residual(theta, t) * residual(theta, t);
      }
      return sum;
    }

    double slope(double[] theta, int i) {
      double sum = 0;
      for (int t = 0; t < y.length; t++) {
        sum -= rows[t][i] * residual(theta, t);
      }
      return sum;
    }

    double objective(double[] theta, double sigma) {
      double v = sigma * sigma;
      double sum = y.length * Math.log(sigma) + squaredResiduals(theta) / (2 * v) + 2 * v;
      for (int i = 0; i < theta.length; i++) {
        sum +=
            i < precisions.length
                ? precisions[i] * theta[i] * theta[i] / 2
                : Math.abs(theta[i]) / TAU;
      }
      return sum;
    }

    double bestSigma(double[] theta) {
      int n = y.length;
      double r = squaredResiduals(theta);
      return Math.sqrt((Math.sqrt((double) n * n + 16 * r) - n) / 8);
    }

    void descend(double[] theta, double v) {
      for (int i = 0; i < theta.length; i++) {
        double square = products[i][i];
        double slope = products[columns()][i];
        for (int j = 0; j < theta.length; j++) {
          slope -= j == i ? 0 : products[i][j] * theta[j];
        }
        theta[i] =
            i < precisions.length
                ? slope / (square + v * precisions[i])
                : shrunk(slope, v / TAU) / square;
      }
    }

    /** The fast iterative shrinkage-thresholding algorithm of Beck and Teboulle. */
    double[] proximalGradient(double v, int steps) {
      double bound = 0;
      for (int i = 0; i < columns(); i++) {
        bound += products[i][i];
      }
      double[] theta = new double[columns()];
      double[] ahead = theta.clone();
      double momentum = 1;
      for (int step = 0; step < steps; step++) {
        double[] next = new double[columns()];
        for (int i = 0; i < next.length; i++) {
          double slope = -products[columns()][i];
          for (int j = 0; j < next.length; j++) {
            slope += products[i][j] * ahead[j];
          }
          boolean smooth = i < precisions.length;
          double moved = ahead[i] - (slope + (smooth ? v * precisions[i] * ahead[i] : 0)) / bound;
          next[i] = smooth ? moved : shrunk(moved, v / TAU / bound);
        }
        double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
        for (int i = 0; i < next.length; i++) {
          ahead[i] = next[i] + (momentum - 1) / following * (next[i] - theta[i]);
        }
        theta = next;
        momentum = following;
      }
      return theta;
    }

    private static double shrunk(double value, double by) {
      return Math.signum(value) * Math.max(0, Math.abs(value) - by);
    }
  }
}
