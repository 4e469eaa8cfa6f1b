package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.MeteredRuns;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.ledger.RecordedPrediction;

/** What is foretold of {@link MeteredRuns}, and models of them; every figure is another. */
final class MeteredPredictions {

  private MeteredPredictions() {}

  /** A prediction of every target of every plugin, and the totals. */
  static ForetoldRun of(Run run, Random random) {
    List<RecordedPrediction> predictions = new ArrayList<>();
    for (Target target : Target.values()) {
      plugins(run).forEach(plugin -> predictions.add(prediction(plugin, target, random)));
      predictions.add(prediction(null, target, random));
    }
    return new ForetoldRun(run.runId(), run.startTime().minusSeconds(2), predictions);
  }

  private static RecordedPrediction prediction(
      @Nullable PluginName plugin, Target target, Random random) {
    double middle = 50 * Math.exp(random.nextGaussian());
    double[] quantiles = new double[PredictiveDistribution.levels().length];
    Arrays.setAll(quantiles, i -> middle * Math.exp(0.5 * random.nextGaussian()));
    Arrays.sort(quantiles);
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    return new RecordedPrediction(
        plugin,
        target,
        distribution.median(),
        distribution.interval(PredictionInterval.DEFAULT_LEVEL),
        QuantileOutline.of(distribution),
        Basis.MODEL,
        IntervalBasis.OWN,
        plugin == null ? null : "pool",
        random.nextInt(365),
        random.nextInt(100));
  }

  /** A model of every target of every plugin, with a document of so many characters. */
  static List<TrainedModel> models(Run run, int document, Random random) {
    return plugins(run)
        .flatMap(
            plugin ->
                Arrays.stream(Target.values())
                    .map(target -> model(run, plugin, target, document, random)))
        .toList();
  }

  private static TrainedModel model(
      Run run, PluginName plugin, Target target, int document, Random random) {
    StringBuilder numbers = new StringBuilder("{\"state\":[");
    while (numbers.length() < document) {
      numbers.append(random.nextDouble()).append(',');
    }
    return new TrainedModel(
        new SeriesKey(plugin, HostScope.only(run.hostname()), target),
        new ModelProvenance(
            "pool",
            "pool",
            "logarithm",
            300,
            run.startTime(),
            Long.toHexString(random.nextLong()),
            run.startTime()),
        numbers.append("0]}").toString());
  }

  private static Stream<PluginName> plugins(Run run) {
    return run.executions().stream().map(PluginExecution::pluginName);
  }
}
