package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * What was added to the record of a plugin.
 *
 * @param executionId its identity
 * @param createdAt when it was first stored
 * @param provenance which log told of it, if one did
 * @param steps its steps
 * @param estimates what it announced
 */
record PluginAddition(
    ExecutionId executionId,
    @Nullable Instant createdAt,
    @Nullable Provenance provenance,
    List<StepMetrics> steps,
    List<Estimate> estimates) {

  /** Reads it all and notes a reason for each part that cannot be read; none without identity. */
  static Option<PluginAddition> read(FieldReader fields) {
    Instant createdAt = fields.time(FieldNames.CREATED_AT);
    Provenance provenance = provenance(fields);
    return fields
        .required(FieldNames.EXECUTION_ID, fields.uuid(FieldNames.EXECUTION_ID))
        .map(ExecutionId::new)
        .map(
            id ->
                new PluginAddition(
                    id,
                    createdAt,
                    provenance,
                    fields.elements(FieldNames.STEPS).stream()
                        .flatMap(step -> step(id, step).toJavaStream())
                        .toList(),
                    fields.elements(FieldNames.ESTIMATES).stream()
                        .flatMap(estimate -> estimate(id, estimate).toJavaStream())
                        .toList()));
  }

  PluginExecution.Builder addTo(PluginExecution.Builder execution) {
    return execution.createdAt(createdAt).provenance(provenance).steps(steps).estimates(estimates);
  }

  private static @Nullable Provenance provenance(FieldReader fields) {
    String source = fields.text(FieldNames.SOURCE);
    Coverage coverage = fields.coverage(FieldNames.COVERAGE);
    boolean ambiguous = fields.truth(FieldNames.AMBIGUOUS_TIME);
    return source == null
        ? null
        : fields
            .made(
                () ->
                    new Provenance(source, coverage == null ? Coverage.WHOLE : coverage, ambiguous))
            .getOrNull();
  }

  private static Option<StepMetrics> step(ExecutionId id, FieldReader fields) {
    Option<Integer> ordinal = fields.required(FieldNames.STEP_NO, fields.count(FieldNames.STEP_NO));
    Option<String> name = fields.required(FieldNames.STEP_NAME, fields.text(FieldNames.STEP_NAME));
    Option<StepPhase> phase = fields.required(FieldNames.PHASE, fields.phase());
    Instant start = fields.time(FieldNames.START_TIME);
    Instant end = fields.time(FieldNames.END_TIME);
    Instant createdAt = fields.time(FieldNames.CREATED_AT);
    Option<ResourceUsage> usage = usage(fields);
    return ordinal.isEmpty() || name.isEmpty() || phase.isEmpty() || usage.isEmpty()
        ? Option.none()
        : fields.made(
            () ->
                new StepMetrics(
                    id,
                    ordinal.get(),
                    name.get(),
                    phase.get(),
                    start,
                    end,
                    usage.get(),
                    createdAt));
  }

  private static Option<ResourceUsage> usage(FieldReader fields) {
    ResourceUsage.Builder usage =
        ResourceUsage.builder()
            .wallClockSeconds(fields.fraction(FieldNames.WALL_CLOCK_SECONDS))
            .cpuSeconds(
                fields.fraction(FieldNames.CPU_USER_SECONDS),
                fields.fraction(FieldNames.CPU_KERNEL_SECONDS))
            .memoryBytes(
                fields.amount(FieldNames.MEMORY_PEAK_BYTES),
                fields.amount(FieldNames.MEMORY_AVERAGE_BYTES))
            .ioBytes(
                fields.amount(FieldNames.IO_READ_BYTES), fields.amount(FieldNames.IO_WRITE_BYTES))
            .ioOperations(
                fields.amount(FieldNames.IO_READ_OPERATIONS),
                fields.amount(FieldNames.IO_WRITE_OPERATIONS))
            .networkBytes(
                fields.amount(FieldNames.NETWORK_RECEIVED_BYTES),
                fields.amount(FieldNames.NETWORK_SENT_BYTES))
            .downloadSizeBytes(fields.amount(FieldNames.DOWNLOAD_SIZE_BYTES));
    return fields.made(usage::build);
  }

  private static Option<Estimate> estimate(ExecutionId id, FieldReader fields) {
    Option<Integer> ordinal =
        fields.required(FieldNames.ESTIMATE_NO, fields.count(FieldNames.ESTIMATE_NO));
    Option<StepPhase> phase = fields.required(FieldNames.PHASE, fields.phase());
    Long download = fields.amount(FieldNames.DOWNLOAD_BYTES_ESTIMATE);
    Double cpu = fields.fraction(FieldNames.CPU_SECONDS_ESTIMATE);
    Double wallClock = fields.fraction(FieldNames.WALL_SECONDS_ESTIMATE);
    Long memory = fields.amount(FieldNames.MEMORY_BYTES_ESTIMATE);
    Integer packages = fields.count(FieldNames.PACKAGE_COUNT_ESTIMATE);
    Double confidence = fields.fraction(FieldNames.CONFIDENCE);
    Instant createdAt = fields.time(FieldNames.CREATED_AT);
    return ordinal.isEmpty() || phase.isEmpty()
        ? Option.none()
        : fields.made(
            () ->
                new Estimate(
                    id,
                    ordinal.get(),
                    phase.get(),
                    download,
                    cpu,
                    wallClock,
                    memory,
                    packages,
                    confidence,
                    createdAt));
  }
}
