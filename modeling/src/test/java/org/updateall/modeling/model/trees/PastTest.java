package org.updateall.modeling.model.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;

class PastTest {

  @Test
  void carriesTheLastObservedValueForward() {
    Past past = Past.startingWith(new Occasion(0), 3);
    past.add(new Occasion(1), Double.NaN);
    past.add(new Occasion(2), 5);
    past.add(new Occasion(3), Double.NaN);
    assertEquals(List.of(3.0, 3.0, 5.0, 5.0), past.recent().values());
    assertEquals(4, past.recent().index());
    assertEquals(3, past.recent().time());
  }

  @Test
  void goesOnFromWhatWasKeptAsIfItHadNeverStopped() {
    Past whole = Past.startingWith(new Occasion(0, 1), 0);
    RecentPast kept = whole.recent();
    for (int i = 1; i < 200; i++) {
      Occasion occasion = new Occasion(i, i);
      double value = i % 7 == 0 ? Double.NaN : i * 31 % 17;
      whole.add(occasion, value);
      kept = kept.after(occasion, value);
      Past again = Past.of(kept);
      assertEquals(whole.recent(), kept);
      assertEquals(whole.medianOfFive(), again.medianOfFive());
      assertEquals(whole.medianOfTwenty(), again.medianOfTwenty());
      assertEquals(whole.medianOfSixty(), again.medianOfSixty());
      assertEquals(whole.lag(60), again.lag(60));
    }
    assertEquals(RecentPast.LENGTH, kept.values().size());
  }

  @Test
  void refusesDamagedParts() {
    List<Double> one = List.of(1.0);
    List<Double> many = Collections.nCopies(61, 1.0);
    List<Double> endless = List.of(Double.POSITIVE_INFINITY);
    assertThrows(IllegalArgumentException.class, () -> new RecentPast(List.of(), 0, one, 1));
    assertThrows(IllegalArgumentException.class, () -> new RecentPast(many, 0, one, 61));
    assertThrows(IllegalArgumentException.class, () -> new RecentPast(endless, 0, one, 1));
    assertThrows(IllegalArgumentException.class, () -> new RecentPast(one, Double.NaN, one, 1));
    assertThrows(IllegalArgumentException.class, () -> new RecentPast(one, 0, endless, 1));
    assertThrows(IllegalArgumentException.class, () -> new RecentPast(one, 0, one, 0));
  }
}
