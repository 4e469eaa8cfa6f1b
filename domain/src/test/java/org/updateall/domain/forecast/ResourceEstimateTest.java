package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.forecast.Distributions.prediction;

import io.vavr.control.Option;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.PluginName;

class ResourceEstimateTest {

  private static final Prediction WALL_CLOCK = prediction(Target.WALL_CLOCK, Basis.MODEL, 60);
  private static final Prediction CPU_TIME = prediction(Target.CPU_TIME, Basis.FEW_RUNS, 4);
  private static final Prediction MEMORY = prediction(Target.MEMORY_PEAK, Basis.PRIOR, 300);
  private static final Prediction DOWNLOAD = prediction(Target.DOWNLOAD_SIZE, Basis.ANNOUNCED, 42);

  private static ResourceEstimate of(Prediction... predictions) {
    Map<Target, Prediction> byTarget = new EnumMap<>(Target.class);
    for (Prediction prediction : predictions) {
      byTarget.put(prediction.key().target(), prediction);
    }
    return new ResourceEstimate(new PluginName("apt"), byTarget);
  }

  @Test
  void givesThePredictionOfEachTargetThatIsKnown() {
    ResourceEstimate estimate = of(CPU_TIME, DOWNLOAD);

    assertEquals(Option.some(CPU_TIME), estimate.prediction(Target.CPU_TIME));
    assertEquals(Option.some(DOWNLOAD), estimate.prediction(Target.DOWNLOAD_SIZE));
    assertTrue(estimate.prediction(Target.WALL_CLOCK).isEmpty());
    assertTrue(estimate.prediction(Target.MEMORY_PEAK).isEmpty());
  }

  @Test
  void isLedByElapsedTime() {
    assertEquals(Option.some(WALL_CLOCK), of(DOWNLOAD, MEMORY, CPU_TIME, WALL_CLOCK).leading());
  }

  @Test
  void isLedByTheFirstTargetKnownElse() {
    assertEquals(Option.some(CPU_TIME), of(DOWNLOAD, MEMORY, CPU_TIME).leading());
    assertEquals(Option.some(MEMORY), of(DOWNLOAD, MEMORY).leading());
    assertEquals(Option.some(DOWNLOAD), of(DOWNLOAD).leading());
  }

  @Test
  void restsOnWhatItsLeadingPredictionRestsOn() {
    assertEquals(
        List.of(Basis.MODEL, Basis.FEW_RUNS, Basis.PRIOR, Basis.ANNOUNCED),
        List.of(
            of(WALL_CLOCK, CPU_TIME).basis(),
            of(CPU_TIME, MEMORY).basis(),
            of(MEMORY, DOWNLOAD).basis(),
            of(DOWNLOAD).basis()));
  }

  @Test
  void restsOnNothingIfNoTargetIsKnown() {
    assertTrue(of().leading().isEmpty());
    assertEquals(Basis.NOTHING, of().basis());
  }

  @Test
  void isNotChangedThroughTheMapItWasMadeOf() {
    Map<Target, Prediction> predictions = new EnumMap<>(Map.of(Target.WALL_CLOCK, WALL_CLOCK));
    ResourceEstimate estimate = new ResourceEstimate(new PluginName("apt"), predictions);
    predictions.clear();

    assertEquals(Option.some(WALL_CLOCK), estimate.leading());
    assertThrows(UnsupportedOperationException.class, () -> estimate.predictions().clear());
  }
}
