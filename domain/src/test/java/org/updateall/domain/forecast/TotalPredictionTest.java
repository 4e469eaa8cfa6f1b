package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.updateall.domain.forecast.Distributions.uniform;

import java.util.ArrayList;
import java.util.List;
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
}
