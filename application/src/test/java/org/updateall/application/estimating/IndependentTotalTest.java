package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

final class IndependentTotalTest {

  private final IndependentTotal total = new IndependentTotal(SplittableRandom::new);

  @Test
  void isThePluginItselfIfThereIsOnlyOne() {
    ResourceEstimate apt = uniform("apt", Target.WALL_CLOCK, 10, 20);

    assertEquals(
        apt.prediction(Target.WALL_CLOCK).get().distribution(),
        total.of(Target.WALL_CLOCK, List.of(apt)).get().distribution());
  }

  @Test
  void addsTwoUniformTimesToATriangle() {
    List<ResourceEstimate> two =
        List.of(
            uniform("apt", Target.WALL_CLOCK, 0, 1), uniform("snap", Target.WALL_CLOCK, 0, 1));

    PredictiveDistribution sum = total.of(Target.WALL_CLOCK, two).get().distribution();

    assertEquals(1, sum.median(), 0.02);
    assertEquals(Math.sqrt(0.1), sum.quantile(0.05), 0.02);
    assertEquals(2 - Math.sqrt(0.1), sum.quantile(0.95), 0.02);
  }

  @Test
  void takesTheLargestMemoryNotTheSum() {
    List<ResourceEstimate> two =
        List.of(
            uniform("apt", Target.MEMORY_PEAK, 0, 1), uniform("snap", Target.MEMORY_PEAK, 0, 1));

    PredictiveDistribution largest = total.of(Target.MEMORY_PEAK, two).get().distribution();

    assertEquals(Math.sqrt(0.5), largest.median(), 0.02);
    assertEquals(Math.sqrt(0.05), largest.quantile(0.05), 0.02);
  }

  @Test
  void growsInWidthWithTheRootOfTheNumberOfPlugins() {
    List<ResourceEstimate> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(uniform("plugin" + i, Target.WALL_CLOCK, 0, 1));
    }

    double width = total.of(Target.WALL_CLOCK, many).get().interval(0.9).width();

    double normal = 2 * 1.6449 * Math.sqrt(25 / 12.0);
    assertEquals(normal, width, 0.06 * normal);
  }

  @Test
  void doesNotDependOnTheOrderOfThePlugins() {
    List<ResourceEstimate> plugins =
        new ArrayList<>(
            List.of(
                uniform("apt", Target.WALL_CLOCK, 0, 1),
                uniform("snap", Target.WALL_CLOCK, 5, 9),
                uniform("pipx", Target.WALL_CLOCK, 2, 3)));
    PredictiveDistribution before = total.of(Target.WALL_CLOCK, plugins).get().distribution();

    Collections.reverse(plugins);

    assertEquals(before, total.of(Target.WALL_CLOCK, plugins).get().distribution());
  }

  @Test
  void keepsTheMeanOfTheSumTheSumOfTheMeans() {
    List<ResourceEstimate> plugins =
        List.of(
            uniform("apt", Target.WALL_CLOCK, 10, 30), uniform("snap", Target.WALL_CLOCK, 1, 2));

    double mean = total.of(Target.WALL_CLOCK, plugins).get().distribution().mean();

    assertEquals(20 + 1.5, mean, 0.1);
  }

  @Test
  void knowsNothingOfNothing() {
    assertTrue(total.of(Target.CPU_TIME, List.of()).isEmpty());
    assertTrue(
        total.of(Target.CPU_TIME, List.of(uniform("apt", Target.WALL_CLOCK, 0, 1))).isEmpty());
  }

  private static ResourceEstimate uniform(String plugin, Target target, double from, double to) {
    double[] quantiles =
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> from + level * (to - from))
            .toArray();
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    PluginName name = new PluginName(plugin);
    Prediction prediction =
        new Prediction(
            new SeriesKey(name, HostScope.everyHost(), target),
            distribution.median(),
            distribution,
            Basis.MODEL,
            "uniform",
            10,
            9);
    return new ResourceEstimate(name, Map.of(target, prediction));
  }
}
