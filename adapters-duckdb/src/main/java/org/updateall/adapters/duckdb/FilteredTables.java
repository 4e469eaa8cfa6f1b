package org.updateall.adapters.duckdb;

/**
 * What queries select from: the steps of the phase that is meant, and the executions that these
 * make up. Each is the inner of a FROM and needs the parameters of a {@link FilterRow}. Columns
 * that a query does not name are not computed.
 */
final class FilteredTables {

  /** The figures of each step, named as measures are. */
  static final String STEPS =
      """
      (SELECT *,
              CASE WHEN wall_clock_seconds > 0 THEN download_size_bytes / wall_clock_seconds END
                  AS download_bytes_per_second
       FROM (
          SELECT run_id, execution_no, step_no, step_name, phase, start_time,
                 coalesce(wall_clock_seconds, (epoch_us(end_time) - epoch_us(start_time)) / 1e6)
                     AS wall_clock_seconds,
                 cpu_user_seconds + cpu_kernel_seconds AS cpu_seconds,
                 cpu_user_seconds,
                 cpu_kernel_seconds,
                 memory_peak_bytes,
                 memory_avg_bytes AS memory_average_bytes,
                 io_read_bytes,
                 io_write_bytes,
                 io_read_ops AS io_read_operations,
                 io_write_ops AS io_write_operations,
                 network_rx_bytes AS network_received_bytes,
                 network_tx_bytes AS network_sent_bytes,
                 download_size_bytes
          FROM step_metrics
          WHERE (CAST(:phase AS VARCHAR) IS NULL OR phase = :phase)
       )
      )
      """;

  /** Each execution's own row, its run's host, and when it began. */
  static final String STARTED_EXECUTIONS =
      """
      (SELECT e.* EXCLUDE (start_time, created_at), r.hostname,
              coalesce(e.start_time, r.start_time) AS started_at,
              (epoch_us(e.end_time) - epoch_us(e.start_time)) / 1e6 AS seconds_in_all
       FROM plugin_executions e JOIN runs r ON r.run_id = e.run_id)
      """;

  /** Each execution with the figures that its steps make up, named as measures are. */
  static final String EXECUTIONS =
      "(SELECT e.*, f.* EXCLUDE (run_id, execution_no, seconds),\n"
          + """
                coalesce(f.seconds,
                         CASE WHEN CAST(:phase AS VARCHAR) IS NULL THEN e.seconds_in_all END)
                    AS wall_clock_seconds
         FROM
        """
          + STARTED_EXECUTIONS
          + """
         e LEFT JOIN (
            SELECT run_id, execution_no,
                   sum(wall_clock_seconds) AS seconds,
                   sum(wall_clock_seconds) FILTER (WHERE phase = 'EXECUTE') AS install_seconds,
                   sum(cpu_seconds) AS cpu_seconds,
                   sum(cpu_user_seconds) AS cpu_user_seconds,
                   sum(cpu_kernel_seconds) AS cpu_kernel_seconds,
                   max(memory_peak_bytes) AS memory_peak_bytes,
                   sum(memory_average_bytes * wall_clock_seconds)
                           FILTER (WHERE wall_clock_seconds > 0)
                       / sum(wall_clock_seconds)
                           FILTER (WHERE wall_clock_seconds > 0
                                   AND memory_average_bytes IS NOT NULL) AS memory_average_bytes,
                   sum(io_read_bytes) AS io_read_bytes,
                   sum(io_write_bytes) AS io_write_bytes,
                   sum(io_read_operations) AS io_read_operations,
                   sum(io_write_operations) AS io_write_operations,
                   sum(network_received_bytes) AS network_received_bytes,
                   sum(network_sent_bytes) AS network_sent_bytes,
                   CAST(sum(download_size_bytes) AS BIGINT) AS download_size_bytes,
                   CAST(sum(download_size_bytes) FILTER (WHERE wall_clock_seconds > 0) AS DOUBLE)
                       / sum(wall_clock_seconds)
                           FILTER (WHERE wall_clock_seconds > 0
                                   AND download_size_bytes IS NOT NULL)
                       AS download_bytes_per_second
            FROM
        """
          + STEPS
          + " GROUP BY run_id, execution_no) f"
          + " ON f.run_id = e.run_id AND f.execution_no = e.execution_no)";

  private FilteredTables() {}
}
