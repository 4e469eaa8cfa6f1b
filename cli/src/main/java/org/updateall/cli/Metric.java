package org.updateall.cli;

import java.util.List;

/** A measure that Prometheus is told of: its name, what it means, and what its series differ in. */
enum Metric {
  LAST_RUN(
      "update_all_last_run_timestamp_seconds",
      "When the last run ended, in seconds since 1970; where that is not known, when it began."),
  LAST_SUCCESS(
      "update_all_last_success_timestamp_seconds",
      "The same of the last run in which some plugin succeeded and none failed."),
  LAST_RUN_DURATION("update_all_last_run_duration_seconds", "How long the last run took."),
  LAST_RUN_PLUGINS(
      "update_all_last_run_plugins",
      "How many plugins of the last run ended so: success, failed, skipped or timeout.",
      "status"),

  PLUGIN_LAST_RUN(
      "update_all_plugin_last_run_timestamp_seconds",
      "When the plugin's last attempt ended, in seconds since 1970; where that is not known, when it"
          + " began.",
      "plugin"),
  PLUGIN_LAST_SUCCESS(
      "update_all_plugin_last_success_timestamp_seconds",
      "The same of its last attempt that succeeded.",
      "plugin"),
  PLUGIN_SUCCESS(
      "update_all_plugin_last_run_success",
      "Whether the plugin's last attempt succeeded: 1, or 0 if it failed or ran out of time.",
      "plugin"),
  PLUGIN_DURATION(
      "update_all_plugin_duration_seconds", "How long the plugin's last attempt took.", "plugin"),
  PLUGIN_PHASE_DURATION(
      "update_all_plugin_phase_duration_seconds",
      "How long the steps of a phase took in it: check, download or execute.",
      "plugin",
      "phase"),
  PLUGIN_CPU(
      "update_all_plugin_cpu_seconds",
      "CPU time of the plugin's last attempt, user and kernel.",
      "plugin"),
  PLUGIN_MEMORY(
      "update_all_plugin_memory_peak_bytes",
      "Largest resident memory in the plugin's last attempt.",
      "plugin"),
  PLUGIN_DOWNLOAD(
      "update_all_plugin_download_bytes",
      "How much the plugin's last attempt downloaded.",
      "plugin"),
  PLUGIN_PACKAGES(
      "update_all_plugin_updated_packages",
      "How many packages the plugin's last attempt updated.",
      "plugin"),
  PLUGIN_RECORDED_RUNS(
      "update_all_plugin_recorded_runs",
      "How many attempts of the plugin that ended so the history holds.",
      "plugin",
      "status"),

  PREDICTED_DURATION(
      "update_all_predicted_duration_seconds",
      "What the plugin's next run takes with this probability at most.",
      "plugin",
      "probability"),
  PREDICTED_CPU(
      "update_all_predicted_cpu_seconds",
      "CPU time that the plugin's next run takes with this probability at most.",
      "plugin",
      "probability"),
  PREDICTED_MEMORY(
      "update_all_predicted_memory_peak_bytes",
      "Resident memory that the plugin's next run takes with this probability at most.",
      "plugin",
      "probability"),
  PREDICTED_DOWNLOAD(
      "update_all_predicted_download_bytes",
      "What the plugin's next run downloads with this probability at most.",
      "plugin",
      "probability"),
  PREDICTED_FAILURE(
      "update_all_predicted_failure_probability",
      "How likely the plugin's next attempt is to fail.",
      "plugin"),
  PREDICTED_RUN_DURATION(
      "update_all_predicted_run_duration_seconds",
      "What the next run takes with this probability at most: the plugins of which that can be told,"
          + " one after another.",
      "probability"),
  PREDICTED_RUN_CPU(
      "update_all_predicted_run_cpu_seconds",
      "CPU time that these plugins take together with this probability at most.",
      "probability"),
  PREDICTED_RUN_MEMORY(
      "update_all_predicted_run_memory_peak_bytes",
      "Resident memory that the largest of these plugins takes with this probability at most.",
      "probability"),
  PREDICTED_RUN_DOWNLOAD(
      "update_all_predicted_run_download_bytes",
      "What these plugins download together with this probability at most.",
      "probability"),
  PREDICTED_RUN_FAILURE(
      "update_all_predicted_run_failure_probability",
      "How likely any plugin of the next run is to fail, if they fail independently."),

  COVERAGE(
      "update_all_interval_coverage_ratio",
      "The share of the plugin's outcomes inside of the interval that was foretold with this level.",
      "plugin",
      "resource",
      "level"),
  JUDGED(
      "update_all_interval_judged_predictions",
      "How many outcomes that share is of.",
      "plugin",
      "resource",
      "level"),
  RUN_COVERAGE(
      "update_all_run_interval_coverage_ratio",
      "The share of the totals of runs inside of the interval that was foretold with this level.",
      "resource",
      "level"),
  RUN_JUDGED(
      "update_all_run_interval_judged_predictions",
      "How many totals that share is of.",
      "resource",
      "level"),

  PENDING_PACKAGES(
      "update_all_pending_packages",
      "How many packages wait to be updated, as the plugin said when it was last asked.",
      "plugin"),
  PENDING_DOWNLOAD(
      "update_all_pending_download_bytes", "How much there is to download for them.", "plugin"),
  PENDING_ASKED(
      "update_all_pending_timestamp_seconds",
      "When the plugin was asked for that, in seconds since 1970.",
      "plugin");

  private final String wireName;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> labels;

  Metric(String wireName, String meaning, String... labels) {
    this.wireName = wireName;
    this.meaning = meaning;
    this.labels = List.of(labels);
  }

  String wireName() {
    return wireName;
  }

  String meaning() {
    return meaning;
  }

  /** The names of its labels. */
  List<String> labels() {
    return labels;
  }
}
