package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.fleet.ParkHosts.certain;
import static org.updateall.domain.fleet.ParkHosts.uniform;

import io.vavr.control.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** What every {@link ParkForecaster} promises. */
public abstract class ParkForecasterContract {

  private static final List<ParkHost> CERTAIN =
      List.of(certain("a", 3), certain("b", 5), certain("c", 4), certain("d", 2));

  protected abstract ParkForecaster forecaster();

  private ParkForecast forecast(int atATime, HostOrder order, List<ParkHost> hosts) {
    return forecaster().forecast(new ParkPlan(hosts, atATime, order, 0.2));
  }

  private double median(int atATime, HostOrder order, List<ParkHost> hosts) {
    return forecast(atATime, order, hosts).total(Target.WALL_CLOCK).get().distribution().median();
  }

  @Test
  void takesOnePluginForTheHostAndOneHostForThePark() {
    PredictiveDistribution apt = uniform(10, 30);
    ParkHost host = new ParkHost("a", Map.of(Target.WALL_CLOCK, apt, Target.CPU_TIME, apt));

    ParkForecast forecast = forecast(4, HostOrder.BY_NAME, List.of(host));

    assertEquals(apt, forecaster().inTurn(Map.of(new PluginName("apt"), apt), 0.2));
    assertEquals(
        Map.of(
            Target.WALL_CLOCK, new ParkTotal(apt, 1),
            Target.CPU_TIME, new ParkTotal(apt, 1)),
        forecast.totals());
    assertEquals(List.of(new HostStanding("a", apt, 1, 1)), forecast.hosts());
  }

  @Test
  void addsUpPluginsOfOneHost() {
    Map<PluginName, PredictiveDistribution> plugins =
        Map.of(new PluginName("apt"), uniform(3, 3), new PluginName("snap"), uniform(4, 4));

    assertEquals(uniform(7, 7), forecaster().inTurn(plugins, 0.5));
    assertThrows(IllegalArgumentException.class, () -> forecaster().inTurn(Map.of(), 0.5));
    assertThrows(IllegalArgumentException.class, () -> forecaster().inTurn(plugins, 1.01));
  }

  @Test
  void addsUpHostsThatAreUpdatedOneAfterAnother() {
    assertEquals(14, median(1, HostOrder.BY_NAME, CERTAIN), 1e-5);
  }

  @Test
  void takesTheSlowestOfHostsThatAreAllUpdatedAtOnce() {
    assertEquals(5, median(4, HostOrder.BY_NAME, CERTAIN), 1e-5);
    assertEquals(5, median(400, HostOrder.LONGEST_FIRST, CERTAIN), 1e-5);
  }

  /** By name the third begins at 3 and ends at 7; longest first 5 and 2, 4 and 3. */
  @Test
  void letsTheNextHostBeginWhenOneHasFinished() {
    ParkForecast byName = forecast(2, HostOrder.BY_NAME, CERTAIN);
    ParkForecast longestFirst = forecast(2, HostOrder.LONGEST_FIRST, CERTAIN);

    assertEquals(List.of("a", "b", "c", "d"), names(byName));
    assertEquals(List.of("b", "c", "a", "d"), names(longestFirst));
    assertEquals(7, byName.total(Target.WALL_CLOCK).get().distribution().median(), 1e-5);
    assertEquals(7, longestFirst.total(Target.WALL_CLOCK).get().distribution().median(), 1e-5);
    assertEquals(List.of(new ParkWave(1, 2, 5), new ParkWave(3, 4, 7)), byName.waves());
    assertEquals(List.of(0.0, 0.0, 0.0, 1.0), lastShares(byName));
    assertEquals(
        List.of(0.0, 1.0, 0.0, 1.0),
        byName.hosts().stream().map(HostStanding::criticalShare).toList());
  }

  private static List<String> names(ParkForecast forecast) {
    return forecast.hosts().stream().map(HostStanding::host).toList();
  }

  private static List<Double> lastShares(ParkForecast forecast) {
    return forecast.hosts().stream().map(HostStanding::lastShare).toList();
  }

  @Test
  void someHostIsAlwaysTheLast() {
    ParkForecast forecast = forecast(3, HostOrder.LONGEST_FIRST, ParkHosts.alike(8));

    assertEquals(1, lastShares(forecast).stream().mapToDouble(share -> share).sum(), 1e-9);
  }

  @Test
  void leavesOutWhatNothingIsKnownOf() {
    List<ParkHost> hosts =
        List.of(
            uniform("z", Target.CPU_TIME, 7, 7),
            certain("a", 3),
            uniform("b", Target.DOWNLOAD_SIZE, 100, 100),
            uniform("c", Target.DOWNLOAD_SIZE, 20, 20));

    ParkForecast forecast = forecast(2, HostOrder.BY_NAME, hosts);

    assertEquals(List.of("b", "c", "z"), forecast.missing());
    assertEquals(
        Set.of(Target.WALL_CLOCK, Target.CPU_TIME, Target.DOWNLOAD_SIZE),
        forecast.totals().keySet());
    assertEquals(2, forecast.total(Target.DOWNLOAD_SIZE).get().hosts());
    assertEquals(120, forecast.total(Target.DOWNLOAD_SIZE).get().distribution().median(), 1e-5);
  }

  @Test
  void foretellsNothingOfNoHost() {
    ParkForecast forecast = forecast(2, HostOrder.BY_NAME, List.of());

    assertEquals(Map.of(), forecast.totals());
    assertEquals(List.of(), forecast.waves());
    assertEquals(
        Option.none(),
        forecaster().enoughAtATime(new ParkPlan(List.of(), 1, HostOrder.BY_NAME, 0.2), 1000, 0.9));
  }

  @Test
  void doesNotDependOnTheOrderInWhichHostsAreNamed() {
    List<ParkHost> hosts = new ArrayList<>(ParkHosts.alike(7));
    hosts.add(uniform("host-9", Target.WALL_CLOCK, 10, 900));
    for (HostOrder order : HostOrder.values()) {
      ParkForecast before = forecast(3, order, hosts);

      Collections.reverse(hosts);

      assertEquals(before, forecast(3, order, hosts));
    }
  }

  @Test
  void findsHowManyAtATimeAreEnough() {
    ParkPlan plan = new ParkPlan(CERTAIN, 1, HostOrder.LONGEST_FIRST, 0.2);

    assertEquals(Option.some(1), forecaster().enoughAtATime(plan, 14, 0.9));
    assertEquals(Option.some(2), forecaster().enoughAtATime(plan, 13.9, 0.9));
    assertEquals(Option.some(2), forecaster().enoughAtATime(plan, 7, 0.9));
    assertEquals(Option.some(3), forecaster().enoughAtATime(plan, 6.9, 0.9));
    assertEquals(Option.some(3), forecaster().enoughAtATime(plan, 5, 0.9));
    assertEquals(Option.none(), forecaster().enoughAtATime(plan, 4.9, 0.9));
  }

  @Test
  void oneDaySaysNothingOfWhatIsCommonToDays() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    List<HostDay> days = List.of(new HostDay(day, 0.9), new HostDay(day, 0.8));

    assertEquals(0.3, forecaster().correlation(days, 0.3));
    assertEquals(0.3, forecaster().correlation(List.of(), 0.3));
    assertTrue(forecaster().correlation(days, 0) >= 0);
  }
}
