package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CoverageBandTest {

  /** Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
  @Test
  void agreesWithThePublishedBounds() {
    assertBounds(0.2553, 0.3662, new CoverageBand(81, 263));
    assertBounds(0.0624, 0.1605, new CoverageBand(15, 148));
    assertBounds(0.0000, 0.1611, new CoverageBand(0, 20));
    assertBounds(0.0061, 0.1718, new CoverageBand(1, 29));
  }

  @Test
  void isTheSameSeenFromTheOtherSide() {
    assertBounds(1 - 0.1718, 1 - 0.0061, new CoverageBand(28, 29));
    assertEquals(1, new CoverageBand(20, 20).upper());
    assertEquals(0, new CoverageBand(0, 20).lower());
  }

  @Test
  void saysWhichSharesItSpeaksFor() {
    CoverageBand band = new CoverageBand(80, 100);
    assertEquals(0.8, band.share());
    assertTrue(band.contains(0.85));
    assertFalse(band.contains(0.9));
    assertFalse(band.contains(0.7));
  }

  @Test
  void refusesMoreHitsThanCases() {
    assertThrows(IllegalArgumentException.class, () -> new CoverageBand(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new CoverageBand(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new CoverageBand(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> new CoverageBand(3, 2));
  }

  private static void assertBounds(double lower, double upper, CoverageBand band) {
    assertEquals(lower, band.lower(), 5e-5);
    assertEquals(upper, band.upper(), 5e-5);
  }
}
