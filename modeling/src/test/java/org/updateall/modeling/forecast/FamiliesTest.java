package org.updateall.modeling.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.arima.ArimaModel;
import org.updateall.modeling.model.ets.EtsModel;
import org.updateall.modeling.model.trees.BoostedTreesModel;
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
    double[] values = new Random(1).doubles(120, 3, 9).toArray();
    for (String name : Families.names()) {
      FittedModel model = Families.named(name).get().fit(TimeSeries.of(values));
      assertEquals(
          1,
          Families.modelTypes().values().stream().filter(type -> type.isInstance(model)).count(),
          name);
    }
  }

  @Test
  void takesAFamilyByTheNumberOfObservations() {
    ModelFamily bySize = Families.named("auto-by-size").get();
    double[] values = new Random(1).doubles(60, 3, 9).toArray();

    assertEquals(8, bySize.minObservations());
    assertInstanceOf(EtsModel.class, bySize.fit(TimeSeries.of(values).first(8)));
    assertInstanceOf(EtsModel.class, bySize.fit(TimeSeries.of(values).first(24)));
    assertInstanceOf(ArimaModel.class, bySize.fit(TimeSeries.of(values).first(25)));
    assertInstanceOf(ArimaModel.class, bySize.fit(TimeSeries.of(values).first(59)));
    assertInstanceOf(BoostedTreesModel.class, bySize.fit(TimeSeries.of(values)));
    TimeSeries few = TimeSeries.of(values).first(7);
    assertThrows(IllegalArgumentException.class, () -> bySize.fit(few));
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
