package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

final class KindredTest {

  private static final HostScope ATLAS = HostScope.only("atlas");
  private static final HostScope HERMES = HostScope.only("hermes");

  private final TrainingSeries apt = series("apt", ATLAS, Target.WALL_CLOCK, 60);
  private final TrainingSeries aptElsewhere = series("apt", HERMES, Target.WALL_CLOCK, 50);
  private final TrainingSeries snap = series("snap", ATLAS, Target.WALL_CLOCK, 30);
  private final TrainingSeries memory = series("snap", ATLAS, Target.MEMORY_PEAK, 1e6);
  private final TrainingSeries empty = series("pipx", ATLAS, Target.WALL_CLOCK);
  private final List<TrainingSeries> all = List.of(apt, aptElsewhere, snap, memory, empty);

  @Test
  void areTheOtherSeriesOfTheSameTarget() {
    assertEquals(List.of(aptElsewhere, snap), Kindred.of(apt.key(), all).series());
  }

  @Test
  void leavesOutThePluginOnWhateverHostWhereEveryHostIsMeant() {
    SeriesKey everywhere =
        new SeriesKey(apt.key().plugin(), HostScope.everyHost(), Target.WALL_CLOCK);

    assertEquals(List.of(snap), Kindred.of(everywhere, all).series());
  }

  @Test
  void refusesWhatSaysNothingOfOneHostOrOneTarget() {
    TrainingSeries everywhere = series("apt", HostScope.everyHost(), Target.WALL_CLOCK, 1);

    assertThrows(IllegalArgumentException.class, () -> new Kindred(List.of(empty)));
    assertThrows(IllegalArgumentException.class, () -> new Kindred(List.of(everywhere)));
    assertThrows(IllegalArgumentException.class, () -> new Kindred(List.of(apt, memory)));
    assertThrows(IllegalArgumentException.class, () -> new Kindred(List.of(apt, apt)));
  }

  private static TrainingSeries series(
      String plugin, HostScope host, Target target, double... values) {
    SeriesKey key = new SeriesKey(new PluginName(plugin), host, target);
    return new TrainingSeries(key, SeriesFixture.of(values).observations(), 0);
  }
}
