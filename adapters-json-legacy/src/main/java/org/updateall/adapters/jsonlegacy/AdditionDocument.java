package org.updateall.adapters.jsonlegacy;

import static org.updateall.adapters.jsonlegacy.RunDocument.putKnown;
import static org.updateall.adapters.jsonlegacy.RunDocument.time;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/**
 * What is known of a run and the old format has no field for, as it is added to a record; {@link
 * RunAddition} and {@link PluginAddition} read it back.
 */
final class AdditionDocument {

  private AdditionDocument() {}

  /**
   * @param isKeptById whether the record's id tells the identity of the run
   */
  static Map<String, @Nullable Object> of(Run run, boolean isKeptById) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    putKnown(fields, FieldNames.RUN_ID, isKeptById ? null : run.runId().toString());
    putKnown(fields, FieldNames.CREATED_AT, time(run.createdAt()));
    return fields;
  }

  static Map<String, @Nullable Object> of(PluginExecution execution) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(FieldNames.EXECUTION_ID, execution.executionId().toString());
    putKnown(fields, FieldNames.CREATED_AT, time(execution.createdAt()));
    Provenance provenance = execution.provenance();
    if (provenance != null) {
      fields.put(FieldNames.SOURCE, provenance.source());
      fields.put(FieldNames.COVERAGE, provenance.coverage().wireName());
      fields.put(FieldNames.AMBIGUOUS_TIME, provenance.ambiguousTime());
    }
    putAny(fields, FieldNames.STEPS, execution.steps().stream().map(AdditionDocument::of).toList());
    putAny(
        fields,
        FieldNames.ESTIMATES,
        execution.estimates().stream().map(AdditionDocument::of).toList());
    return fields;
  }

  private static void putAny(Map<String, @Nullable Object> fields, String name, List<?> list) {
    putKnown(fields, name, list.isEmpty() ? null : list);
  }

  private static Map<String, @Nullable Object> of(StepMetrics step) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(FieldNames.STEP_NO, step.ordinal());
    fields.put(FieldNames.STEP_NAME, step.stepName());
    fields.put(FieldNames.PHASE, step.phase().name());
    putKnown(fields, FieldNames.START_TIME, time(step.startTime()));
    putKnown(fields, FieldNames.END_TIME, time(step.endTime()));
    put(fields, step.usage());
    putKnown(fields, FieldNames.CREATED_AT, time(step.createdAt()));
    return fields;
  }

  private static void put(Map<String, @Nullable Object> fields, ResourceUsage usage) {
    putKnown(fields, FieldNames.WALL_CLOCK_SECONDS, usage.wallClockSeconds());
    putKnown(fields, FieldNames.CPU_USER_SECONDS, usage.cpuUserSeconds());
    putKnown(fields, FieldNames.CPU_KERNEL_SECONDS, usage.cpuKernelSeconds());
    putKnown(fields, FieldNames.MEMORY_PEAK_BYTES, usage.memoryPeakBytes());
    putKnown(fields, FieldNames.MEMORY_AVERAGE_BYTES, usage.memoryAverageBytes());
    putKnown(fields, FieldNames.IO_READ_BYTES, usage.ioReadBytes());
    putKnown(fields, FieldNames.IO_WRITE_BYTES, usage.ioWriteBytes());
    putKnown(fields, FieldNames.IO_READ_OPERATIONS, usage.ioReadOperations());
    putKnown(fields, FieldNames.IO_WRITE_OPERATIONS, usage.ioWriteOperations());
    putKnown(fields, FieldNames.NETWORK_RECEIVED_BYTES, usage.networkReceivedBytes());
    putKnown(fields, FieldNames.NETWORK_SENT_BYTES, usage.networkSentBytes());
    putKnown(fields, FieldNames.DOWNLOAD_SIZE_BYTES, usage.downloadSizeBytes());
  }

  private static Map<String, @Nullable Object> of(Estimate estimate) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(FieldNames.ESTIMATE_NO, estimate.ordinal());
    fields.put(FieldNames.PHASE, estimate.phase().name());
    putKnown(fields, FieldNames.DOWNLOAD_BYTES_ESTIMATE, estimate.downloadBytes());
    putKnown(fields, FieldNames.CPU_SECONDS_ESTIMATE, estimate.cpuSeconds());
    putKnown(fields, FieldNames.WALL_SECONDS_ESTIMATE, estimate.wallClockSeconds());
    putKnown(fields, FieldNames.MEMORY_BYTES_ESTIMATE, estimate.memoryBytes());
    putKnown(fields, FieldNames.PACKAGE_COUNT_ESTIMATE, estimate.packageCount());
    putKnown(fields, FieldNames.CONFIDENCE, estimate.confidence());
    putKnown(fields, FieldNames.CREATED_AT, time(estimate.createdAt()));
    return fields;
  }
}
