package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A database as the Python update-all makes it, statement by statement as its schema.py has them.
 */
final class PythonDatabase {

  private static final String[] SCHEMA = {
    """
    CREATE TABLE IF NOT EXISTS schema_version (
        version INTEGER PRIMARY KEY,
        applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        description VARCHAR
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS runs (
        run_id VARCHAR PRIMARY KEY,
        start_time TIMESTAMP NOT NULL,
        end_time TIMESTAMP,
        hostname VARCHAR NOT NULL,
        username VARCHAR,
        config_hash VARCHAR,
        total_plugins INTEGER DEFAULT 0,
        successful_plugins INTEGER DEFAULT 0,
        failed_plugins INTEGER DEFAULT 0,
        skipped_plugins INTEGER DEFAULT 0,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS plugin_executions (
        execution_id VARCHAR PRIMARY KEY,
        run_id VARCHAR NOT NULL REFERENCES runs(run_id),
        plugin_name VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        start_time TIMESTAMP,
        end_time TIMESTAMP,
        packages_updated INTEGER DEFAULT 0,
        packages_total INTEGER,
        error_message VARCHAR,
        exit_code INTEGER,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS step_metrics (
        metric_id VARCHAR PRIMARY KEY,
        execution_id VARCHAR NOT NULL REFERENCES plugin_executions(execution_id),
        step_name VARCHAR NOT NULL,
        phase VARCHAR NOT NULL,
        start_time TIMESTAMP,
        end_time TIMESTAMP,
        wall_clock_seconds DOUBLE,
        cpu_user_seconds DOUBLE,
        cpu_kernel_seconds DOUBLE,
        memory_peak_bytes BIGINT,
        memory_avg_bytes BIGINT,
        io_read_bytes BIGINT,
        io_write_bytes BIGINT,
        io_read_ops INTEGER,
        io_write_ops INTEGER,
        network_rx_bytes BIGINT,
        network_tx_bytes BIGINT,
        download_size_bytes BIGINT,
        download_speed_bps DOUBLE,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE IF NOT EXISTS estimates (
        estimate_id VARCHAR PRIMARY KEY,
        execution_id VARCHAR NOT NULL REFERENCES plugin_executions(execution_id),
        phase VARCHAR NOT NULL,
        download_bytes_est BIGINT,
        cpu_seconds_est DOUBLE,
        wall_seconds_est DOUBLE,
        memory_bytes_est BIGINT,
        package_count_est INTEGER,
        confidence DOUBLE,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    "CREATE INDEX IF NOT EXISTS idx_runs_start_time ON runs(start_time)",
    "CREATE INDEX IF NOT EXISTS idx_plugin_executions_run_id ON plugin_executions(run_id)",
    "CREATE INDEX IF NOT EXISTS idx_plugin_executions_plugin_name"
        + " ON plugin_executions(plugin_name)",
    "CREATE INDEX IF NOT EXISTS idx_step_metrics_execution_id ON step_metrics(execution_id)",
    "CREATE INDEX IF NOT EXISTS idx_estimates_execution_id ON estimates(execution_id)",
    "INSERT INTO schema_version (version, description) VALUES (1, 'Initial schema creation')",
  };

  private PythonDatabase() {}

  /** Makes it, and stores in it what these statements say. */
  static void make(Path file, String... statements) throws SQLException {
    DamagedFiles.execute(file, SCHEMA);
    DamagedFiles.execute(file, statements);
  }

  /** Makes it, and leaves what these statements say in its journal. */
  static void makeWithJournal(Path file, String... statements) throws SQLException {
    DamagedFiles.execute(file, SCHEMA);
    List<String> unchecked = new ArrayList<>(List.of("PRAGMA disable_checkpoint_on_shutdown"));
    unchecked.addAll(Arrays.asList(statements));
    DamagedFiles.execute(file, unchecked.toArray(String[]::new));
  }

  static String run(String id, String start) {
    return ("INSERT INTO runs (run_id, start_time, end_time, hostname, created_at) VALUES ('%s',"
            + " TIMESTAMP '%s', NULL, 'atlas', TIMESTAMP '2026-01-03 08:00:00')")
        .formatted(id, start);
  }

  static String execution(String id, String run, String plugin, String status) {
    return ("INSERT INTO plugin_executions (execution_id, run_id, plugin_name, status, created_at)"
            + " VALUES ('%s', '%s', '%s', '%s', TIMESTAMP '2026-01-03 08:00:00')")
        .formatted(id, run, plugin, status);
  }

  static String step(String id, String execution, String phase, String columns, String values) {
    return ("INSERT INTO step_metrics (metric_id, execution_id, step_name, phase, created_at%s)"
            + " VALUES ('%s', '%s', '%s', '%s', TIMESTAMP '2026-01-03 08:00:00'%s)")
        .formatted(columns, id, execution, id, phase, values);
  }

  static String estimate(String id, String execution, String phase, double confidence) {
    return ("INSERT INTO estimates (estimate_id, execution_id, phase, download_bytes_est,"
            + " cpu_seconds_est, wall_seconds_est, memory_bytes_est, package_count_est, confidence,"
            + " created_at) VALUES ('%s', '%s', '%s', 1, 2, 3, 4, 5, %s,"
            + " TIMESTAMP '2026-01-03 08:00:00')")
        .formatted(id, execution, phase, confidence);
  }
}
