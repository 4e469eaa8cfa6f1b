package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.PitHistogram;
import org.updateall.domain.reporting.CalibrationCurve;

final class CalibrationWordsTest {

  private static List<String> words(int inside, Integer... tenths) {
    int count = PitHistogram.BINS * 20;
    return new CalibrationWords(
            new CalibrationCurve(
                List.of(new CalibrationCurve.Point(0.9, new CoverageBand(inside, count))),
                new PitHistogram(List.of(tenths))))
        .sentences();
  }

  @Test
  void tellsWhatHeld() {
    assertEquals(
        List.of(
            "Of 200 outcomes 90.0 % lay inside the range that was to hold 90 % (that many cases speak for 85–93 %): the ranges held what they promised.",
            "As many outcomes as expected were among the lowest and highest tenths.",
            "Neither too much nor too little was foretold on the whole."),
        words(180, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20));
  }

  @Test
  void tellsOfRangesThatWereTooNarrowAndOfTooLittle() {
    List<String> words = words(140, 30, 5, 5, 5, 10, 15, 20, 20, 20, 70);

    assertEquals(
        "Of 200 outcomes 70.0 % lay inside the range that was to hold 90 % (that many cases speak for 63–76 %): fewer than promised, so the ranges were too narrow.",
        words.get(0));
    assertEquals(
        "More outcomes than expected were among the lowest and highest tenths: the spread was taken too small.",
        words.get(1));
    assertEquals(
        "More than half of the outcomes lay above the middle: too little was foretold.",
        words.get(2));
  }

  @Test
  void tellsOfRangesThatWereTooWideAndOfTooMuch() {
    List<String> words = words(200, 2, 40, 40, 40, 38, 10, 10, 10, 8, 2);

    assertEquals(
        "Of 200 outcomes 100.0 % lay inside the range that was to hold 90 % (that many cases speak for 98–100 %): more than promised, so the ranges were wider than needed.",
        words.get(0));
    assertEquals(
        "Fewer outcomes than expected were among the lowest and highest tenths: the spread was taken too large.",
        words.get(1));
    assertEquals(
        "More than half of the outcomes lay below the middle: too much was foretold.",
        words.get(2));
  }
}
