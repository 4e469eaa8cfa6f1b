package org.updateall.adapters.report.page;

import java.util.List;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.PitHistogram;
import org.updateall.domain.reporting.CalibrationCurve;

/** What a calibration means, in whole sentences. */
final class CalibrationWords {

  private static final double OUTER = 0.2;
  private static final double HALF = 0.5;

  private final CalibrationCurve curve;

  CalibrationWords(CalibrationCurve curve) {
    this.curve = curve;
  }

  List<String> sentences() {
    return List.of(coverage(), spread(), level());
  }

  private String coverage() {
    return curve.points().stream()
        .filter(point -> point.level() == PredictionInterval.DEFAULT_LEVEL)
        .findFirst()
        .map(CalibrationWords::coverage)
        .orElse("None could be judged.");
  }

  private static String coverage(CalibrationCurve.Point point) {
    CoverageBand observed = point.observed();
    String facts =
        "Of %s %s lay inside the range that was to hold %s (that many cases speak for %s): "
            .formatted(
                Wording.count(observed.count(), "outcome"),
                Wording.percent(observed.share()),
                Wording.level(point.level()),
                Wording.band(observed));
    if (observed.contains(point.level())) {
      return facts + "the ranges held what they promised.";
    }
    return facts
        + (observed.share() < point.level()
            ? "fewer than promised, so the ranges were too narrow."
            : "more than promised, so the ranges were wider than needed.");
  }

  /** Outer tenths hold a fifth of outcomes if the spread is right. */
  private String spread() {
    List<Integer> counts = curve.histogram().counts();
    CoverageBand outer = band(counts.get(0) + counts.get(PitHistogram.BINS - 1));
    if (outer.contains(OUTER)) {
      return "As many outcomes as expected were among the lowest and highest tenths.";
    }
    return outer.share() > OUTER
        ? "More outcomes than expected were among the lowest and highest tenths: the spread was taken too small."
        : "Fewer outcomes than expected were among the lowest and highest tenths: the spread was taken too large.";
  }

  private String level() {
    int low =
        curve.histogram().counts().stream()
            .limit(PitHistogram.BINS / 2)
            .mapToInt(each -> each)
            .sum();
    CoverageBand below = band(low);
    if (below.contains(HALF)) {
      return "Neither too much nor too little was foretold on the whole.";
    }
    return below.share() > HALF
        ? "More than half of the outcomes lay below the middle: too much was foretold."
        : "More than half of the outcomes lay above the middle: too little was foretold.";
  }

  private CoverageBand band(int hits) {
    return new CoverageBand(hits, Math.max(1, curve.histogram().total()));
  }
}
