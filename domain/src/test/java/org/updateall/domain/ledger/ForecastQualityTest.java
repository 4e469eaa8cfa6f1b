package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.ForecastQuality;

class ForecastQualityTest {

  @Test
  void countsWhatLayInsideTheIntervalOfEachLevel() {
    // As likely between 0 and 100 as any other: levels 0.2, 0.4, … hold 40 to 60, 30 to 70, …
    CalibrationCurve curve = CalibrationCurve.of(Judgements.uniform(50, 61, 71, 89, 97, 99.6));

    assertEquals(
        List.of(0.2, 0.4, 0.5, 0.6, 0.8, 0.9, 0.95, 0.99),
        curve.points().stream().map(CalibrationCurve.Point::level).toList());
    assertEquals(
        List.of(1, 2, 3, 3, 4, 4, 5, 5),
        curve.points().stream().map(point -> point.observed().hits()).toList());
    assertEquals(6, curve.points().get(0).observed().count());
    assertEquals(List.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 2), curve.histogram().counts());
  }

  @Test
  void boundsAreInside() {
    CalibrationCurve curve = CalibrationCurve.of(Judgements.uniform(40, 60, 5, 95));

    assertEquals(2, curve.points().get(0).observed().hits());
    assertEquals(4, curve.points().get(5).observed().hits());
  }

  @Test
  void sharesComeNearLevelsThatAreRight() {
    SplittableRandom random = new SplittableRandom(7);
    double[] outcomes = random.doubles(2000, 0, 100).toArray();

    for (CalibrationCurve.Point point :
        CalibrationCurve.of(Judgements.uniform(outcomes)).points()) {
      double error = Math.sqrt(point.level() * (1 - point.level()) / 2000);
      assertEquals(point.level(), point.observed().share(), 4 * error);
    }
  }

  @Test
  void totalsCountInSummariesAlone() {
    List<JudgedPrediction> judged = new ArrayList<>(Judgements.uniform(50, 99.9));
    judged.add(Judgements.of(3, Foretellings.total(0, 100), 50, Map.of(), null));

    ForecastQuality quality = ForecastQuality.of(judged);

    assertEquals(3, quality.judged());
    assertEquals(2, quality.summaries().size());
    assertEquals(2, quality.calibration().points().get(0).observed().count());
  }

  @Test
  void ofNothingThereIsNothing() {
    assertEquals(List.of(), CalibrationCurve.of(List.of()).points());
    assertEquals(0, CalibrationCurve.of(List.of()).histogram().total());
  }
}
