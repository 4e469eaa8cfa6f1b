package org.updateall.modeling.horizon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.TimeSeries;

class RollingOriginsTest {

  private static TimeSeries counted(int size) {
    double[] values = new double[size];
    Arrays.setAll(values, t -> t);
    return TimeSeries.of(values);
  }

  @Test
  void leavesFourHorizonsOfALongSeries() {
    RollingOrigins origins = RollingOrigins.of(counted(200), 20, 1);

    assertEquals(120, origins.first());
    assertEquals(20, origins.steps());
    assertEquals(40, origins.count());
    assertEquals(4, origins.paths());
    assertEquals(80 / 12.0, origins.evidence(), 1e-12);
    assertEquals(199, origins.place(39));
    assertEquals(121, origins.place(0));
  }

  @Test
  void leavesAThirdOfTheSeriesIfThatIsMoreButNotMoreThanItNeedsToJudge() {
    assertEquals(200, RollingOrigins.of(counted(300), 5, 1).first());
    assertEquals(880, RollingOrigins.of(counted(1000), 5, 1).first());
  }

  @Test
  void keepsEightValuesOrTwoSeasonsAndOneForTheFirstFit() {
    assertEquals(8, RollingOrigins.of(counted(14), 6, 1).first());
    assertEquals(25, RollingOrigins.of(counted(40), 18, 12).first());
    assertEquals(8, RollingOrigins.of(counted(30), 18, 12).first());
  }

  @Test
  void hasNoPathIfThereAreNoMoreValuesThanThese() {
    RollingOrigins origins = RollingOrigins.of(counted(8), 6, 1);

    assertEquals(0, origins.count());
    assertEquals(0, origins.steps());
    assertEquals(0, origins.paths());
    assertEquals(8, origins.before().size());
  }

  @Test
  void endsPathsWithTheSeries() {
    RollingOrigins origins = RollingOrigins.of(counted(14), 4, 1);

    assertEquals(6, origins.count());
    assertEquals(4, origins.expected(0).size());
    assertEquals(1, origins.expected(5).size());
    assertEquals(11, origins.actual(1, 2));
    assertEquals(counted(14).occasions().subList(8, 12), origins.expected(0));
  }

  @Test
  void findsTheSamePathsAmongTheLastValues() {
    RollingOrigins origins = RollingOrigins.of(counted(500), 20, 1);

    RollingOrigins newest = origins.amongLast(300);

    assertEquals(300, newest.series().size());
    assertEquals(origins.count(), newest.count());
    for (int path = 0; path < newest.count(); path++) {
      assertEquals(origins.place(path) - 200, newest.place(path));
      assertEquals(origins.actual(path, 0), newest.actual(path, 0));
    }
    assertEquals(240, origins.amongLast(10).series().size());
    assertEquals(500, origins.amongLast(9_000).series().size());
  }
}
