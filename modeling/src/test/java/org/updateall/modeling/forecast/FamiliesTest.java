package org.updateall.modeling.forecast;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.LastValue;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

final class FamiliesTest {

  private static final TimeSeries SERIES = TimeSeries.of(6, 3, 9, 10, 4, 7);

  @Test
  void knowsEachFamilyByItsName() {
    for (String name : Families.names()) {
      assertEquals(name, Families.named(name).get().name());
      assertTrue(Families.scheduleOf(name).isDefined());
    }
    assertTrue(Families.named("oracle").isEmpty());
    assertTrue(Families.scheduleOf("oracle").isEmpty());
    assertTrue(Families.names().contains("exponential_smoothing"));
    assertEquals(Families.names().size(), new HashSet<>(Families.names()).size());
  }

  @Test
  void knowsWhatEachFamilyIsFittedToBe() {
    assertEquals(Families.names(), new ArrayList<>(Families.modelTypes().keySet()));
    ModelFamily smoothing = Families.named("exponential_smoothing").get();

    assertTrue(
        requireNonNull(Families.modelTypes().get(smoothing.name()))
            .isInstance(smoothing.fit(SERIES)));
  }

  @Test
  void makesMembersOfAPoolAnew() {
    List<ScheduledFamily> members = Families.membersOfPool();
    members.get(0).fit(SERIES);

    assertTrue(Families.membersOfPool().stream().noneMatch(ScheduledFamily::hasModel));
  }

  @Test
  void letsNoFamilyGoOnWithAModelOfAnother() {
    ModelFamily smoothing = Families.named("exponential_smoothing").get();
    ScheduledFamily own = scheduled(smoothing);
    ScheduledFamily other = scheduled(new LastValue(1, 9));
    Families.requireOwn(own, own.state());
    own.fit(SERIES);
    other.fit(SERIES);

    Families.requireOwn(own, own.state());
    Families.requireOwn(own, null);
    assertThrows(IllegalArgumentException.class, () -> Families.requireOwn(own, other.state()));
  }

  private static ScheduledFamily scheduled(ModelFamily family) {
    return new ScheduledFamily(family, Power.IDENTITY, FitSchedule.GEOMETRIC);
  }
}
