package org.updateall.adapters.jsonlegacy;

import java.util.Set;

/**
 * The names of the fields that are read. Those of the Python program stand first; all others of its
 * objects are passed over. In {@value #ADDITION}, which the Python program passes over, stands what
 * its format has no field for; nothing unknown may stand there.
 */
final class FieldNames {

  static final String ID = "id";
  static final String START_TIME = "start_time";
  static final String END_TIME = "end_time";
  static final String PLUGINS = "plugins";
  static final String HOSTNAME = "hostname";
  static final String USERNAME = "username";
  static final String CONFIG_HASH = "config_hash";
  static final String NAME = "name";
  static final String STATUS = "status";
  static final String PACKAGES_UPDATED = "packages_updated";
  static final String PACKAGES_TOTAL = "packages_total";
  static final String ERROR_MESSAGE = "error_message";
  static final String EXIT_CODE = "exit_code";

  static final String ADDITION = "update_all";
  static final String RUN_ID = "run_id";
  static final String EXECUTION_ID = "execution_id";
  static final String CREATED_AT = "created_at";
  static final String STEPS = "steps";
  static final String ESTIMATES = "estimates";
  static final String PHASE = "phase";

  static final String STEP_NO = "step_no";
  static final String STEP_NAME = "step_name";
  static final String WALL_CLOCK_SECONDS = "wall_clock_seconds";
  static final String CPU_USER_SECONDS = "cpu_user_seconds";
  static final String CPU_KERNEL_SECONDS = "cpu_kernel_seconds";
  static final String MEMORY_PEAK_BYTES = "memory_peak_bytes";
  static final String MEMORY_AVERAGE_BYTES = "memory_avg_bytes";
  static final String IO_READ_BYTES = "io_read_bytes";
  static final String IO_WRITE_BYTES = "io_write_bytes";
  static final String IO_READ_OPERATIONS = "io_read_ops";
  static final String IO_WRITE_OPERATIONS = "io_write_ops";
  static final String NETWORK_RECEIVED_BYTES = "network_rx_bytes";
  static final String NETWORK_SENT_BYTES = "network_tx_bytes";
  static final String DOWNLOAD_SIZE_BYTES = "download_size_bytes";

  static final String SOURCE = "source";
  static final String COVERAGE = "coverage";
  static final String AMBIGUOUS_TIME = "ambiguous_time";

  static final String ESTIMATE_NO = "estimate_no";
  static final String DOWNLOAD_BYTES_ESTIMATE = "download_bytes_est";
  static final String CPU_SECONDS_ESTIMATE = "cpu_seconds_est";
  static final String WALL_SECONDS_ESTIMATE = "wall_seconds_est";
  static final String MEMORY_BYTES_ESTIMATE = "memory_bytes_est";
  static final String PACKAGE_COUNT_ESTIMATE = "package_count_est";
  static final String CONFIDENCE = "confidence";

  static final Set<String> OF_RUNS =
      Set.of(ID, START_TIME, END_TIME, PLUGINS, HOSTNAME, USERNAME, CONFIG_HASH, ADDITION);

  static final Set<String> OF_PLUGINS =
      Set.of(
          NAME,
          STATUS,
          START_TIME,
          END_TIME,
          PACKAGES_UPDATED,
          PACKAGES_TOTAL,
          ERROR_MESSAGE,
          EXIT_CODE,
          ADDITION);

  static final Set<String> OF_RUN_ADDITIONS = Set.of(RUN_ID, CREATED_AT);

  static final Set<String> OF_PLUGIN_ADDITIONS =
      Set.of(EXECUTION_ID, CREATED_AT, SOURCE, COVERAGE, AMBIGUOUS_TIME, STEPS, ESTIMATES);

  static final Set<String> OF_STEPS =
      Set.of(
          STEP_NO,
          STEP_NAME,
          PHASE,
          START_TIME,
          END_TIME,
          WALL_CLOCK_SECONDS,
          CPU_USER_SECONDS,
          CPU_KERNEL_SECONDS,
          MEMORY_PEAK_BYTES,
          MEMORY_AVERAGE_BYTES,
          IO_READ_BYTES,
          IO_WRITE_BYTES,
          IO_READ_OPERATIONS,
          IO_WRITE_OPERATIONS,
          NETWORK_RECEIVED_BYTES,
          NETWORK_SENT_BYTES,
          DOWNLOAD_SIZE_BYTES,
          CREATED_AT);

  static final Set<String> OF_ESTIMATES =
      Set.of(
          ESTIMATE_NO,
          PHASE,
          DOWNLOAD_BYTES_ESTIMATE,
          CPU_SECONDS_ESTIMATE,
          WALL_SECONDS_ESTIMATE,
          MEMORY_BYTES_ESTIMATE,
          PACKAGE_COUNT_ESTIMATE,
          CONFIDENCE,
          CREATED_AT);

  private FieldNames() {}
}
