package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrackRecordTest {

  private static final double SILENT = Double.NaN;
  private static final double[] ALL_SPEAK = {0, 0, 0};

  private final TrackRecord record = new TrackRecord(new double[] {1, 1, 1});

  /** Losses 0, 1, 3 about a median of 1: L = 3/4, 4/4, 6/4. */
  @Test
  void weighsMembersByTheirShrunkenMeanLoss() {
    record.judge(10, new double[] {10, 11, 13}, 0);

    assertEquals(1, record.steps());
    assertArrayEquals(new double[] {4 / 9.0, 3 / 9.0, 2 / 9.0}, record.weights(ALL_SPEAK), 1e-12);
  }

  /** S = .98 * (0, 1, 3) + (2, 1, 3), n = 1.98; the median of S is 1.98, so that of L is 1. */
  @Test
  void discountsOlderLosses() {
    record.judge(10, new double[] {10, 11, 13}, 0);
    record.judge(20, new double[] {22, 19, 23}, 0);

    assertEquals(1.98, record.steps(), 1e-12);
    assertArrayEquals(new double[] {2, 1.98, 5.94}, sums(), 1e-12);
    double n = 1.98;
    double[] powers =
        Arrays.stream(new double[] {2, 1.98, 5.94})
            .map(sum -> Math.pow((sum + 3 * (2 / n)) / (n + 3), -n))
            .toArray();
    double total = Arrays.stream(powers).sum();
    double[] expected = Arrays.stream(powers).map(power -> power / total).toArray();
    assertArrayEquals(expected, record.weights(ALL_SPEAK), 1e-12);
  }

  @Test
  void beginsWithThePriors() {
    TrackRecord prior = new TrackRecord(new double[] {1, 2, 5});

    assertArrayEquals(new double[] {0.125, 0.25, 0.625}, prior.weights(ALL_SPEAK), 1e-12);
  }

  @Test
  void multipliesPriorsWithWhatWasEarned() {
    TrackRecord prior = new TrackRecord(new double[] {1, 4, 2});
    prior.judge(10, new double[] {10, 11, 13}, 0);

    assertArrayEquals(
        new double[] {4 / 20.0, 12 / 20.0, 4 / 20.0}, prior.weights(ALL_SPEAK), 1e-12);
  }

  @Test
  void cutsALossAtFourTimesTheMedian() {
    record.judge(10, new double[] {10, 12, 1e9}, 0);

    assertArrayEquals(new double[] {0, 2, 8}, sums());
  }

  @Test
  void cutsNothingWhereMostAreRight() {
    record.judge(10, new double[] {10, 10, 50}, 0);

    assertArrayEquals(new double[] {0, 0, 40}, sums());
    assertArrayEquals(new double[] {0.5, 0.5, 0}, record.weights(ALL_SPEAK), 1e-12);
  }

  @Test
  void givesNoWeightToAMemberThatIsSilent() {
    record.judge(10, new double[] {10, 11, 13}, 0);

    assertArrayEquals(
        new double[] {0, 0.6, 0.4}, record.weights(new double[] {SILENT, 5, 5}), 1e-12);
    assertArrayEquals(new double[3], record.weights(new double[] {SILENT, SILENT, SILENT}));
  }

  @Test
  void chargesASilentMemberTheLossOfTheStandIn() {
    record.judge(10, new double[] {SILENT, 11, 13}, 12.5);

    assertArrayEquals(new double[] {2.5, 1, 3}, sums());
  }

  @Test
  void letsTheMemberThatIsAlwaysRightTakeAll() {
    IntStream.range(0, 30)
        .forEach(step -> record.judge(step, new double[] {step, step + 1, step - 1}, 0));

    double[] weights = record.weights(ALL_SPEAK);
    assertTrue(weights[0] > 0.999, Arrays.toString(weights));
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
  }

  @Test
  void staysFiniteWhereEveryoneIsRightAndWhereEveryoneIsFarOff() {
    IntStream.range(0, 3_000).forEach(step -> record.judge(7, new double[] {7, 7, 7}, 7));
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, record.weights(ALL_SPEAK), 1e-12);

    record.judge(1e300, new double[] {0, 1e299, 1e300}, 0);
    assertEquals(1, Arrays.stream(record.weights(ALL_SPEAK)).sum(), 1e-12);
  }

  @Test
  void goesOnFromWhatItWas() {
    record.judge(10, new double[] {10, 11, 13}, 0);
    TrackRecord restored = new TrackRecord(new double[] {1, 1, 1});
    restored.restore(record.steps(), List.copyOf(record.sums()));
    assertArrayEquals(record.weights(ALL_SPEAK), restored.weights(ALL_SPEAK));

    record.judge(20, new double[] {22, 19, 23}, 0);
    restored.judge(20, new double[] {22, 19, 23}, 0);
    assertArrayEquals(record.weights(ALL_SPEAK), restored.weights(ALL_SPEAK));
  }

  @Test
  void putsANewMemberInTheMiddleOfThoseKnown() {
    record.restore(5, Arrays.asList(2.0, null, 8.0));
    assertArrayEquals(new double[] {2, 5, 8}, sums());

    record.restore(5, Arrays.asList(null, null, null));
    assertArrayEquals(new double[3], sums());
  }

  private double[] sums() {
    return record.sums().stream().mapToDouble(sum -> sum).toArray();
  }
}
