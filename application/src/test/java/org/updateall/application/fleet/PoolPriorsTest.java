package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetRowWith;
import org.updateall.domain.fleet.FleetRows;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.MeanPriorLearner;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

class PoolPriorsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final PluginName APT = new PluginName("apt");

  private record Said(FleetSeries series, SeriesEvidence evidence) {}

  private static Said said(String host, String plugin, String size, double mean) {
    FleetRow row = FleetRowWith.value(FleetRows.row(host, plugin, 0), "sizeClass", size);
    return new Said(
        FleetSeries.of(List.of(row), Target.WALL_CLOCK, ZoneOffset.UTC),
        new SeriesEvidence(host, "mean " + mean));
  }

  private static PriorTable table(List<Said> said) {
    PoolPriors pool = new PoolPriors(new MeanPriorLearner());
    said.forEach(each -> pool.add(each.series(), each.evidence()));
    return pool.table(NOW);
  }

  private static List<Said> hosts(int count, String plugin, String size, double mean) {
    List<Said> all = new ArrayList<>();
    for (int host = 0; host < count; host++) {
      all.add(said(size + "-" + host, plugin, size, mean));
    }
    return all;
  }

  @Test
  void makesAPriorOfEveryKindThatEnoughHostsSpeakOf() {
    List<Said> said = new ArrayList<>(hosts(6, "apt", "small", 10));
    said.addAll(hosts(3, "apt", "large", 40));
    said.addAll(hosts(4, "snap", "small", 70));

    PriorTable table = table(said);

    assertEquals(NOW, table.asOf());
    assertEquals(
        Set.of(
            new PriorClass(Target.WALL_CLOCK, APT, "debian-12", SizeClass.SMALL),
            new PriorClass(Target.WALL_CLOCK, APT, "debian-12", null),
            new PriorClass(Target.WALL_CLOCK, APT, null, null)),
        table.priors().keySet());
    assertEquals("mean 10.0", found(table, "apt", SizeClass.SMALL).get());
    assertEquals("mean 20.0", found(table, "apt", SizeClass.LARGE).get());
    assertEquals(Option.none(), found(table, "snap", SizeClass.SMALL));
    PriorClass ofApt = new PriorClass(Target.WALL_CLOCK, APT, null, null);
    assertEquals(Option.some(9), Option.of(table.priors().get(ofApt)).map(PooledPrior::sources));
  }

  private static Option<String> found(PriorTable table, String plugin, SizeClass size) {
    return table
        .find(new PluginName(plugin), Target.WALL_CLOCK, new HostProfile("debian-12", size))
        .map(prior -> prior.document());
  }

  @Test
  void makesNoneOfNothing() {
    assertEquals(new PriorTable(NOW, Map.of()), table(List.of()));
    assertTrue(table(hosts(4, "apt", "small", 10)).priors().isEmpty());
  }

  @Test
  void givesTheSameInWhateverOrderHostsSpeak() {
    Random random = new Random(1);
    List<Said> said = new ArrayList<>();
    for (int host = 0; host < 400; host++) {
      said.add(said("host-" + host, "apt", host % 3 == 0 ? "small" : "large", random.nextDouble()));
    }
    PriorTable expected = table(said);
    Collections.shuffle(said, random);

    assertEquals(expected, table(said));
  }
}
