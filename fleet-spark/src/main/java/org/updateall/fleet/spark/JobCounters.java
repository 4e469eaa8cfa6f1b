package org.updateall.fleet.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.updateall.application.fleet.FleetResult;

/**
 * What executors count while they train, as Spark accumulators. A task that was run twice, because
 * an executor was lost, is counted twice.
 *
 * @param rows executions read for training
 * @param series series that were trained or refused
 * @param models series with a model
 * @param refused series of which nothing can be said
 * @param trainingNanoseconds time spent in the trainer, on all cores together
 */
record JobCounters(
    LongAccumulator rows,
    LongAccumulator series,
    LongAccumulator models,
    LongAccumulator refused,
    LongAccumulator trainingNanoseconds)
    implements Serializable {

  static JobCounters of(SparkContext context) {
    return new JobCounters(
        context.longAccumulator("rows"),
        context.longAccumulator("series"),
        context.longAccumulator("models"),
        context.longAccumulator("refused"),
        context.longAccumulator("training nanoseconds"));
  }

  /** Takes down what training a series came to, and for how long. */
  void add(FleetResult result, long nanoseconds) {
    series.add(1);
    models.add(result.model() == null ? 0 : 1);
    refused.add(result.forecast() == null ? 1 : 0);
    trainingNanoseconds.add(nanoseconds);
  }

  /** By name, in the order in which they are shown. */
  Map<String, Long> figures() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("executions_read", rows.value());
    figures.put("series_trained", series.value());
    figures.put("series_with_model", models.value());
    figures.put("series_refused", refused.value());
    figures.put("training_nanoseconds", trainingNanoseconds.value());
    return figures;
  }
}
