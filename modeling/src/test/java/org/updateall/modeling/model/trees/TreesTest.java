package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreesTest {

  private static final Bins BINS = new Bins(List.of(List.of(0.0, 1.0), List.of(5.0)));

  private static Trees trees(
      int depth,
      List<Integer> features,
      List<Integer> levels,
      List<Integer> missing,
      List<Double> leaves,
      List<Double> gains) {
    return new Trees(BINS, depth, features, levels, missing, leaves, gains);
  }

  private static Trees two() {
    return trees(
        2,
        List.of(0, 1, -1, 1, -1, -1),
        List.of(1, 0, 0, 0, 0, 0),
        List.of(1, 0, 0, 1, 0, 0),
        List.of(1.0, 2.0, 3.0, 0.0, 10.0, 0.0, 20.0, 0.0),
        List.of(1.0, 2.0));
  }

  @Test
  void addUpTheLeavesThatARowFallsInto() {
    assertEquals(2, two().count());
    assertEquals(11, two().sum(new double[] {0.5, 5}));
    assertEquals(22, two().sum(new double[] {0.5, 6}));
    assertEquals(13, two().sum(new double[] {1.5, 4}));
  }

  @Test
  void sendMissingValuesToTheSideThatWasLearned() {
    assertEquals(13, two().sum(new double[] {Double.NaN, 4}));
    assertEquals(21, two().sum(new double[] {0, Double.NaN}));
  }

  @Test
  void areNothingIfThereAreNone() {
    Trees none = Trees.none(BINS, 3);
    assertEquals(0, none.count());
    assertEquals(0, none.sum(new double[] {1, 1}));
  }

  @Test
  void refuseDamagedParts() {
    List<Integer> node = List.of(0);
    List<Integer> zero = List.of(0);
    List<Double> leaves = List.of(1.0, 2.0);
    List<Double> gains = List.of(0.0, 0.0);
    assertDoesNotThrow(() -> trees(1, node, zero, zero, leaves, gains));
    refused(0, node, zero, zero, leaves, gains);
    refused(9, node, zero, zero, leaves, gains);
    refused(1, node, zero, zero, List.of(1.0, 2.0, 3.0), gains);
    refused(1, List.of(), zero, zero, leaves, gains);
    refused(1, node, List.of(), zero, leaves, gains);
    refused(1, node, zero, List.of(), leaves, gains);
    refused(1, List.of(2), zero, zero, leaves, gains);
    refused(1, List.of(-2), zero, zero, leaves, gains);
    refused(1, node, List.of(3), zero, leaves, gains);
    refused(1, node, List.of(-1), zero, leaves, gains);
    refused(1, node, zero, List.of(2), leaves, gains);
    refused(1, node, zero, zero, List.of(1.0, Double.NaN), gains);
    refused(1, node, zero, zero, leaves, List.of(0.0));
    refused(1, node, zero, zero, leaves, List.of(0.0, -1.0));
  }

  private static void refused(
      int depth,
      List<Integer> features,
      List<Integer> levels,
      List<Integer> missing,
      List<Double> leaves,
      List<Double> gains) {
    assertThrows(
        IllegalArgumentException.class,
        () -> trees(depth, features, levels, missing, leaves, gains));
  }

  @Test
  void refuseDamagedRowsThatTheyWereGrownOn() {
    List<Double> one = List.of(1.0);
    assertThrows(IllegalArgumentException.class, () -> new LearnedRows(List.of("00"), one));
    assertThrows(IllegalArgumentException.class, () -> new LearnedRows(List.of("!"), one));
    assertThrows(
        IllegalArgumentException.class, () -> new LearnedRows(List.of("0"), List.of(Double.NaN)));
  }
}
