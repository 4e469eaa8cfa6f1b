package org.updateall.application.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.fleet.FleetPriors;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.SharedReading;

final class ExplainEstimatesTest {

  private final InMemoryModelStore store = new InMemoryModelStore();
  private final Histories histories =
      Histories.empty().with("atlas", "apt", 20).with("atlas", "snap", 2);

  private ExplainedEstimates explain(String... plugins) {
    return new ExplainEstimates(
            histories.history(),
            new NaiveModelTrainer(Histories.CLOCK),
            store,
            new DiscountingRiskForecaster(),
            Histories.CLOCK,
            SharedReading.none(),
            FleetPriors.none())
        .explain(
            new EstimateRequest(
                Arrays.stream(plugins).map(PluginName::new).toList(),
                HostScope.only("atlas"),
                TrainingOptions.defaults(),
                0.8));
  }

  @Test
  void explainsTheEstimatesOfModels() {
    ExplainedEstimates explained = explain();

    assertEquals(0.8, explained.level());
    assertTrue(
        explained.explanations().stream()
            .allMatch(each -> each.prediction().key().plugin().value().equals("apt")));
    assertEquals(1, explained.explanations().size());
  }

  @Test
  void keepsTheEstimatesOfTooFewRunsApart() {
    assertEquals(
        List.of(Basis.FEW_RUNS),
        explain().withoutModel().stream().map(each -> each.basis()).toList());
  }

  @Test
  void keepsTheModelsThatItHadToTrain() {
    explain("apt");

    assertEquals(1, store.all().size());
  }

  @Test
  void namesPluginsThatAreNotKnown() {
    assertEquals(List.of(new PluginName("brew")), explain("brew", "apt").unknown());
  }
}
