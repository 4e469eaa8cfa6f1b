package org.updateall.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;

/**
 * Adds the processor time that the measuring thread used for each operation to what is measured: on
 * a loaded machine it says more than the clock does. Without compiling and collecting, which other
 * threads do.
 */
public final class WorkerTime implements InternalProfiler {

  static final String LABEL = "processor";

  @Override
  public String getDescription() {
    return "processor time of the measuring thread";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Timed.taken();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of(
        new SampleTimeResult(ResultRole.SECONDARY, LABEL, Timed.taken(), TimeUnit.MILLISECONDS));
  }
}
