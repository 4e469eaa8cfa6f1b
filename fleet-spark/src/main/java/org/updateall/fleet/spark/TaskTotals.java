package org.updateall.fleet.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what Spark measured of each task. */
final class TaskTotals extends SparkListener {

  private final AtomicLong shuffleBytes = new AtomicLong();
  private final AtomicLong spilledBytes = new AtomicLong();
  private final AtomicLong peakMemoryBytes = new AtomicLong();
  private final AtomicLong cpuNanoseconds = new AtomicLong();
  private final AtomicLong failedTasks = new AtomicLong();

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (!end.taskInfo().successful()) {
      failedTasks.incrementAndGet();
    }
    TaskMetrics metrics = end.taskMetrics();
    if (metrics != null) {
      shuffleBytes.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
      spilledBytes.addAndGet(metrics.diskBytesSpilled());
      cpuNanoseconds.addAndGet(metrics.executorCpuTime());
      peakMemoryBytes.accumulateAndGet(metrics.peakExecutionMemory(), Math::max);
    }
  }

  /**
   * By name: bytes are compressed, as they went over the network or the disk; the peak is the most
   * that a task used of Spark's own memory, for sorting; failed tasks were run again.
   */
  Map<String, Long> figures() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("shuffle_bytes", shuffleBytes.get());
    figures.put("spilled_bytes", spilledBytes.get());
    figures.put("peak_task_memory_bytes", peakMemoryBytes.get());
    figures.put("cpu_nanoseconds", cpuNanoseconds.get());
    figures.put("failed_tasks", failedTasks.get());
    return figures;
  }
}
