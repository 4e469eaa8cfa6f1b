package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.updateall.domain.forecast.Distributions.uniform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.PluginName;

class TotalPredictionTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName CARGO = new PluginName("cargo");

  @Test
  void givesTheMedianAndTheIntervalsOfItsDistribution() {
    TotalPrediction total =
        new TotalPrediction(Target.WALL_CLOCK, uniform(100, 200), List.of(APT), List.of(CARGO));

    assertEquals(150, total.point(), 1e-9);
    assertEquals(110, total.interval(0.8).lower(), 1e-9);
    assertEquals(190, total.interval(0.8).upper(), 1e-9);
  }

  @Test
  void isNotChangedThroughTheListsItWasMadeOf() {
    List<PluginName> included = new ArrayList<>(List.of(APT));
    List<PluginName> missing = new ArrayList<>(List.of(CARGO));
    TotalPrediction total =
        new TotalPrediction(Target.WALL_CLOCK, uniform(100, 200), included, missing);
    included.clear();
    missing.clear();

    assertEquals(List.of(APT), total.included());
    assertEquals(List.of(CARGO), total.missing());
    assertThrows(UnsupportedOperationException.class, () -> total.included().clear());
    assertThrows(UnsupportedOperationException.class, () -> total.missing().clear());
  }

  @Test
  void takesTheMeanOfItsDistributionWhereNoneIsTold() {
    TotalPrediction total =
        new TotalPrediction(Target.CPU_TIME, uniform(100, 200), List.of(APT), List.of());

    assertEquals(150, total.mean(), 1e-9);
    assertEquals(Map.of(), total.criticalShares());
  }

  @Test
  void refusesAMeanOrAShareThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> total(-1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> total(Double.NaN, 0.5));
    assertThrows(IllegalArgumentException.class, () -> total(150, 1.5));
    assertThrows(IllegalArgumentException.class, () -> total(150, -0.5));
    assertEquals(0.5, total(150, 0.5).criticalShares().get(APT));
  }

  private static TotalPrediction total(double mean, double share) {
    return new TotalPrediction(
        Target.WALL_CLOCK, uniform(100, 200), mean, List.of(APT), List.of(), Map.of(APT, share));
  }
}
