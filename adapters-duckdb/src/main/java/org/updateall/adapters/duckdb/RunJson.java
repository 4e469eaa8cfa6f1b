package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A run with all its parts as a JSON object: the field names are those of the columns, times are
 * UTC in the form of ISO 8601, what is absent is left out. Nothing is lost either way.
 */
final class RunJson {

  private RunJson() {}

  static void write(Run run, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("run_id", run.runId().toString());
    time(json, "start_time", run.startTime());
    time(json, "end_time", run.endTime());
    json.writeStringProperty("hostname", run.hostname());
    text(json, "username", run.username());
    text(json, "config_hash", run.configHash());
    time(json, "created_at", run.createdAt());
    json.writeArrayPropertyStart("plugins");
    run.executions().forEach(execution -> write(execution, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * @throws IllegalArgumentException if it is no such object; the message says where and why
   */
  static Run read(JsonNode document) {
    return JsonFields.read(document, "", RunJson::read);
  }

  private static void write(PluginExecution execution, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("execution_id", execution.executionId().toString());
    json.writeStringProperty("plugin_name", execution.pluginName().value());
    json.writeStringProperty("status", execution.status().wireName());
    time(json, "start_time", execution.startTime());
    time(json, "end_time", execution.endTime());
    number(json, "packages_updated", execution.packagesUpdated());
    number(json, "packages_total", execution.packagesTotal());
    text(json, "error_message", execution.errorMessage());
    number(json, "exit_code", execution.exitCode());
    time(json, "created_at", execution.createdAt());
    write(execution.provenance(), json);
    list(json, "steps", execution.steps(), RunJson::write);
    list(json, "estimates", execution.estimates(), RunJson::write);
    json.writeEndObject();
  }

  private static void write(@Nullable Provenance provenance, JsonGenerator json) {
    if (provenance != null) {
      json.writeStringProperty("source", provenance.source());
      json.writeStringProperty("coverage", provenance.coverage().wireName());
      json.writeBooleanProperty("ambiguous_time", provenance.ambiguousTime());
    }
  }

  private static void write(StepMetrics step, JsonGenerator json) {
    ResourceUsage usage = step.usage();
    json.writeStartObject();
    json.writeNumberProperty("step_no", step.ordinal());
    json.writeStringProperty("step_name", step.stepName());
    json.writeStringProperty("phase", step.phase().name());
    time(json, "start_time", step.startTime());
    time(json, "end_time", step.endTime());
    number(json, "wall_clock_seconds", usage.wallClockSeconds());
    number(json, "cpu_user_seconds", usage.cpuUserSeconds());
    number(json, "cpu_kernel_seconds", usage.cpuKernelSeconds());
    number(json, "memory_peak_bytes", usage.memoryPeakBytes());
    number(json, "memory_avg_bytes", usage.memoryAverageBytes());
    number(json, "io_read_bytes", usage.ioReadBytes());
    number(json, "io_write_bytes", usage.ioWriteBytes());
    number(json, "io_read_ops", usage.ioReadOperations());
    number(json, "io_write_ops", usage.ioWriteOperations());
    number(json, "network_rx_bytes", usage.networkReceivedBytes());
    number(json, "network_tx_bytes", usage.networkSentBytes());
    number(json, "download_size_bytes", usage.downloadSizeBytes());
    time(json, "created_at", step.createdAt());
    json.writeEndObject();
  }

  private static void write(Estimate estimate, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("estimate_no", estimate.ordinal());
    json.writeStringProperty("phase", estimate.phase().name());
    number(json, "download_bytes_est", estimate.downloadBytes());
    number(json, "cpu_seconds_est", estimate.cpuSeconds());
    number(json, "wall_seconds_est", estimate.wallClockSeconds());
    number(json, "memory_bytes_est", estimate.memoryBytes());
    number(json, "package_count_est", estimate.packageCount());
    number(json, "confidence", estimate.confidence());
    time(json, "created_at", estimate.createdAt());
    json.writeEndObject();
  }

  static Run read(JsonFields fields) {
    RunId runId = new RunId(fields.uuid("run_id"));
    return new Run(
        runId,
        fields.time("start_time"),
        fields.optionalTime("end_time"),
        fields.text("hostname"),
        fields.optionalText("username"),
        fields.optionalText("config_hash"),
        fields.list("plugins", plugin -> execution(runId, plugin)),
        fields.optionalTime("created_at"));
  }

  private static PluginExecution execution(RunId runId, JsonFields fields) {
    ExecutionId executionId = new ExecutionId(fields.uuid("execution_id"));
    return PluginExecution.builder(
            executionId,
            runId,
            new PluginName(fields.text("plugin_name")),
            StoredWords.status(fields.text("status")))
        .times(fields.optionalTime("start_time"), fields.optionalTime("end_time"))
        .packages(
            fields.optionalInteger("packages_updated"), fields.optionalInteger("packages_total"))
        .errorMessage(fields.optionalText("error_message"))
        .exitCode(fields.optionalInteger("exit_code"))
        .provenance(
            StoredWords.provenance(
                fields.optionalText("source"),
                fields.optionalText("coverage"),
                fields.optionalTruth("ambiguous_time")))
        .createdAt(fields.optionalTime("created_at"))
        .steps(fields.list("steps", step -> step(executionId, step)))
        .estimates(fields.list("estimates", estimate -> estimate(executionId, estimate)))
        .build();
  }

  private static StepMetrics step(ExecutionId executionId, JsonFields fields) {
    return new StepMetrics(
        executionId,
        fields.integer("step_no"),
        fields.text("step_name"),
        StoredWords.phase(fields.text("phase")),
        fields.optionalTime("start_time"),
        fields.optionalTime("end_time"),
        new ResourceUsage(
            fields.optionalDouble("wall_clock_seconds"),
            fields.optionalDouble("cpu_user_seconds"),
            fields.optionalDouble("cpu_kernel_seconds"),
            fields.optionalLong("memory_peak_bytes"),
            fields.optionalLong("memory_avg_bytes"),
            fields.optionalLong("io_read_bytes"),
            fields.optionalLong("io_write_bytes"),
            fields.optionalLong("io_read_ops"),
            fields.optionalLong("io_write_ops"),
            fields.optionalLong("network_rx_bytes"),
            fields.optionalLong("network_tx_bytes"),
            fields.optionalLong("download_size_bytes")),
        fields.optionalTime("created_at"));
  }

  private static Estimate estimate(ExecutionId executionId, JsonFields fields) {
    return new Estimate(
        executionId,
        fields.integer("estimate_no"),
        StoredWords.phase(fields.text("phase")),
        fields.optionalLong("download_bytes_est"),
        fields.optionalDouble("cpu_seconds_est"),
        fields.optionalDouble("wall_seconds_est"),
        fields.optionalLong("memory_bytes_est"),
        fields.optionalInteger("package_count_est"),
        fields.optionalDouble("confidence"),
        fields.optionalTime("created_at"));
  }

  /** How one part is written. */
  private interface PartWriter<T> {
    void write(T part, JsonGenerator json);
  }

  private static <T> void list(
      JsonGenerator json, String name, List<T> parts, PartWriter<T> writer) {
    if (!parts.isEmpty()) {
      json.writeArrayPropertyStart(name);
      parts.forEach(part -> writer.write(part, json));
      json.writeEndArray();
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void time(JsonGenerator json, String name, @Nullable Instant value) {
    text(json, name, value == null ? null : value.toString());
  }

  private static void number(JsonGenerator json, String name, @Nullable Integer value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Long value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Double value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }
}
