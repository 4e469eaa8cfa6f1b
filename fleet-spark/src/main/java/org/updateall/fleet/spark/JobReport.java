package org.updateall.fleet.spark;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.fleet.PartitionReport;

/**
 * What the job came to.
 *
 * @param asOf when the newest execution began that was learned from
 * @param partitions what became of each file
 * @param forecasts how many were written
 * @param models how many were written
 * @param priors for how many kinds of series there are priors
 * @param figures further figures, by name
 */
record JobReport(
    Instant asOf,
    List<PartitionReport> partitions,
    long forecasts,
    long models,
    long priors,
    Map<String, Long> figures) {

  JobReport {
    requireNonNull(asOf, "asOf");
    partitions = List.copyOf(partitions);
  }

  /** Of which something was left out. */
  List<PartitionReport> leftOut() {
    return partitions.stream().filter(each -> !each.isWhole()).toList();
  }

  /** Every figure by name, in the order in which it is shown. */
  Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("as_of", asOf.toString());
    metrics.put("files", partitions.size());
    metrics.put("files_not_whole", leftOut().size());
    metrics.put("executions", partitions.stream().mapToLong(PartitionReport::rows).sum());
    metrics.put("forecasts", forecasts);
    metrics.put("models", models);
    metrics.put("priors", priors);
    metrics.putAll(figures);
    return metrics;
  }
}
