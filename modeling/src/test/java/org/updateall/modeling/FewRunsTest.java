package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Kindred;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

final class FewRunsTest {

  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();

  @Test
  void takesTheGeometricMeanOfWhatWasSeen() {
    assertEquals(60, FewRuns.alone(new double[] {50, 72}).median(), 0.1);
  }

  @Test
  void narrowsWhenRunsAgree() {
    double one = FewRuns.alone(new double[] {60}).interval(0.9).width();
    double four = FewRuns.alone(new double[] {60, 60, 60, 60}).interval(0.9).width();

    assertTrue(four < one / 2, four + " against " + one);
  }

  @Test
  void widensWhenRunsDisagree() {
    double agreeing = FewRuns.alone(new double[] {60, 61, 59}).interval(0.9).width();
    double disagreeing = FewRuns.alone(new double[] {6, 60, 600}).interval(0.9).width();

    assertTrue(disagreeing > 5 * agreeing);
  }

  @Test
  void staysFiniteForNothingButZeros() {
    PredictionInterval interval = FewRuns.alone(new double[] {0, 0}).interval(0.99);

    assertEquals(0, interval.lower());
    assertTrue(Double.isFinite(interval.upper()));
  }

  @Test
  void goesByTheSamePluginOnAnotherHostRatherThanByOthers() {
    Kindred kindred =
        new Kindred(
            List.of(
                series("apt", "hermes", 600, 620, 590, 610),
                series("snap", "hermes", 20, 21, 19, 20),
                series("flatpak", "hermes", 50, 52, 48, 51),
                series("snap", "atlas", 22, 20, 21, 21),
                series("flatpak", "atlas", 52, 50, 53, 49)));

    Prediction apt = FewRuns.predict(SeriesFixture.of(), kindred, DEFAULTS, Option.none()).get();

    assertTrue(apt.point() > 200 && apt.point() < 1000, apt.toString());
    assertTrue(apt.interval(0.9).contains(600), apt.toString());
  }

  @Test
  void learnsFromOtherSeriesHowFarRunsLieApart() {
    Kindred calm =
        new Kindred(
            List.of(
                series("snap", "atlas", 20, 20.1, 19.9, 20, 20.1),
                series("flatpak", "atlas", 300, 302, 299, 301, 300),
                series("pipx", "atlas", 5, 5.02, 4.98, 5.01, 5)));
    Kindred wild =
        new Kindred(
            List.of(
                series("snap", "atlas", 20, 200, 3, 40, 700),
                series("flatpak", "atlas", 300, 30, 2000, 100, 900),
                series("pipx", "atlas", 5, 50, 1, 30, 4)));
    TrainingSeries apt = SeriesFixture.of(60, 61);

    double narrow = FewRuns.predict(apt, calm, DEFAULTS, Option.none()).get().interval(0.8).width();
    double wide = FewRuns.predict(apt, wild, DEFAULTS, Option.none()).get().interval(0.8).width();

    assertTrue(wide > 2 * narrow, wide + " against " + narrow);
  }

  @Test
  void leavesOutOfOtherSeriesWhatTheOptionsSay() {
    TrainingOptions outliers = new TrainingOptions(null, 1, null, 3.0, false);
    Kindred damaged =
        new Kindred(List.of(series("snap", "atlas", 60, 61, 59, 60, 1e6, 62, 58, 60, 61)));
    Kindred clean = new Kindred(List.of(series("snap", "atlas", 60, 61, 59, 60, 62, 58, 60, 61)));
    TrainingSeries apt = SeriesFixture.of(60);

    assertEquals(
        FewRuns.predict(apt, clean, DEFAULTS, Option.none()),
        FewRuns.predict(apt, damaged, outliers, Option.none()));
  }

  private static TrainingSeries series(String plugin, String host, double... values) {
    SeriesKey key = new SeriesKey(new PluginName(plugin), HostScope.only(host), Target.WALL_CLOCK);
    return new TrainingSeries(key, SeriesFixture.of(values).observations(), 0);
  }
}
