package org.updateall.modeling.pooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HostPriorTest {

  private static final double[] NINETY = {0.05, 0.5, 0.95};

  /** Hosts whose levels have this deviation, and values this, on the logarithmic scale. */
  private static HostPrior fleet(int hosts, double between, double within) {
    SplittableRandom random = new SplittableRandom(4);
    List<SeriesSummary> summaries = new ArrayList<>();
    List<double[]> first = new ArrayList<>();
    for (int host = 0; host < hosts; host++) {
      double level = Math.log(60) + between * random.nextGaussian();
      double[] values =
          DoubleStream.generate(() -> Math.exp(level + within * random.nextGaussian()))
              .limit(50)
              .toArray();
      summaries.add(SeriesSummary.of(0, 0, values).get());
      first.add(Arrays.copyOf(values, 20));
    }
    return HostPrior.of(summaries, first);
  }

  private static HostPrior ofLevels(double... levels) {
    return HostPrior.of(
        Arrays.stream(levels).mapToObj(level -> new SeriesSummary(0, 0, 50, level, 0.04)).toList(),
        Arrays.stream(levels).mapToObj(level -> new double[] {Math.exp(level)}).toList());
  }

  @Test
  void countsTheStatedVarianceAsOneHostMore() {
    HostPrior prior = ofLevels(1, 2, 3);

    assertEquals(2, prior.levelMean(), 1e-12);
    assertEquals((0.75 + 2) / 3 * (1 + 1.0 / 3), prior.levelVariance(), 1e-12);
  }

  @Test
  void isNotCarriedAwayByOneHost() {
    HostPrior prior = ofLevels(4, 4.1, 3.9, 4.05, 3.95, 4.02, 30);

    assertEquals(4, prior.levelMean(), 0.1);
    assertTrue(prior.levelVariance() < 0.2, prior.toString());
  }

  @Test
  void beginsWhereTheOtherHostsAreAndGoesToTheOwnValues() {
    HostPrior prior = fleet(60, 0.3, 0.1);
    double[] none = prior.quantiles(new double[0], NINETY);
    double[] three = prior.quantiles(new double[] {90, 88, 93}, NINETY);

    assertEquals(60, none[1], 6);
    assertEquals(60 * Math.exp(1.645 * 0.32), none[2], 12);
    assertEquals(90, three[1], 3);
    assertEquals(90 * Math.exp(1.645 * 0.115), three[2], 4);
  }

  @Test
  void putsRightWhatIsTooWide() {
    HostPrior prior = fleet(200, 0.3, 0.1);
    int inside = 0;
    SplittableRandom random = new SplittableRandom(9);
    for (int host = 0; host < 1000; host++) {
      double level = Math.log(60) + 0.3 * random.nextGaussian();
      double[] values =
          IntStream.range(0, 4)
              .mapToDouble(i -> Math.exp(level + 0.1 * random.nextGaussian()))
              .toArray();
      double[] said = prior.quantiles(Arrays.copyOf(values, 3), NINETY);
      inside += said[0] <= values[3] && values[3] <= said[2] ? 1 : 0;
    }
    assertTrue(inside > 870 && inside < 930, inside + " of 1000");
  }

  @Test
  void tellsZerosApart() {
    List<double[]> values = Collections.nCopies(10, new double[] {0, 5, 6, 5});
    ZeroShare share = ZeroShare.of(values);

    assertEquals(10.5 / 41, share.mean(), 1e-12);
    assertEquals(50, share.strength());
    assertEquals((10.5 / 41 * 50 + 2) / 52, share.after(new double[] {0, 0}), 1e-12);
    assertEquals(2, ZeroShare.of(List.of(new double[] {0, 0}, new double[] {1, 1})).strength());
  }

  @Test
  void isZeroUpToTheShareOfZeros() {
    HostPrior plain = fleet(30, 0.3, 0.1);
    HostPrior often =
        new HostPrior(
            plain.levelMean(),
            plain.levelVariance(),
            plain.spreadMean(),
            plain.spreadVariance(),
            new ZeroShare(0.4, 50),
            plain.recalibrations());
    double[] said = often.quantiles(new double[0], new double[] {0.05, 0.4, 0.5, 0.95});

    assertEquals(0, said[0]);
    assertEquals(0, said[1]);
    assertTrue(said[2] > 20 && said[2] < 60, Arrays.toString(said));
    assertTrue(said[3] > 60);
    assertArrayEquals(
        new double[] {0, 0}, often.quantiles(new double[] {0, 0, 0}, new double[] {0.05, 0.4}));
  }

  @Test
  void shiftsNothingWhereValuesLieAsPredicted() {
    List<Double> even = IntStream.range(0, 999).mapToObj(i -> (i + 1) / 1000.0).toList();
    Recalibration right = Recalibration.of(even, 1);
    Recalibration middle = Recalibration.of(IntStream.range(0, 999).mapToObj(i -> 0.5).toList(), 1);

    for (double level : new double[] {0, 0.005, 0.07, 0.5, 0.95, 1}) {
      assertEquals(level, right.at(level), 0.002);
      assertEquals(level, Recalibration.NONE.at(level), 1e-12);
    }
    assertEquals(0.5, middle.at(0.1), 0.01);
    assertEquals(0.5, middle.at(0.9), 0.01);
  }

  @Test
  void refusesWhatIsNoPrior() {
    assertThrows(IllegalArgumentException.class, () -> HostPrior.of(List.of(), List.of()));
    assertThrows(IllegalArgumentException.class, () -> new ZeroShare(0, 2));
    assertThrows(IllegalArgumentException.class, () -> new ZeroShare(0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new Recalibration(List.of(0.0, 1.0)));
  }
}
