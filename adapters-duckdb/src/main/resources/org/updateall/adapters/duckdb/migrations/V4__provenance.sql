-- Where executions are known from that update-all did not run itself: the logs that told of them,
-- and which part of the update their figures cover: whole, install (once everything is downloaded)
-- or check (nothing was installed). All three are NULL where update-all ran the plugin, or an old
-- history has it.
ALTER TABLE plugin_executions ADD COLUMN source VARCHAR;
ALTER TABLE plugin_executions ADD COLUMN coverage VARCHAR;
ALTER TABLE plugin_executions ADD COLUMN ambiguous_time BOOLEAN;

-- As before, with the provenance.
CREATE OR REPLACE VIEW execution_outcomes AS
WITH sorted_steps AS (
    SELECT
        run_id,
        execution_no,
        list_sort(
            list({
                'step_no': step_no,
                'wall_clock_seconds': coalesce(
                    wall_clock_seconds, (epoch_us(end_time) - epoch_us(start_time)) / 1e6
                ),
                'cpu_seconds': cpu_user_seconds + cpu_kernel_seconds
            })
        ) AS steps,
        max(memory_peak_bytes) AS memory_peak_bytes,
        CAST(sum(download_size_bytes) AS BIGINT) AS download_size_bytes
    FROM step_metrics
    GROUP BY run_id, execution_no
)
SELECT
    e.run_id,
    e.execution_no,
    e.execution_id,
    r.hostname,
    e.plugin_name,
    e.status,
    coalesce(e.start_time, r.start_time) AS started_at,
    coalesce(
        list_sum([step.wall_clock_seconds FOR step IN s.steps]),
        (epoch_us(e.end_time) - epoch_us(e.start_time)) / 1e6
    ) AS wall_clock_seconds,
    list_sum([step.cpu_seconds FOR step IN s.steps]) AS cpu_seconds,
    s.memory_peak_bytes,
    s.download_size_bytes,
    e.packages_updated,
    e.packages_total,
    e.source,
    e.coverage
FROM plugin_executions e
JOIN runs r ON r.run_id = e.run_id
LEFT JOIN sorted_steps s ON s.run_id = e.run_id AND s.execution_no = e.execution_no;

-- As before, without executions that only looked what there is to update.
CREATE OR REPLACE VIEW plugin_performance AS
SELECT
    plugin_name,
    count(*) AS executions,
    count(*) FILTER (WHERE status = 'success') AS successes,
    count(*) FILTER (WHERE status = 'failed') AS failures,
    count(*) FILTER (WHERE status = 'timeout') AS timeouts,
    successes / nullif(successes + failures + timeouts, 0) AS success_rate,
    avg(wall_clock_seconds) FILTER (WHERE status = 'success') AS mean_wall_clock_seconds,
    quantile_cont(wall_clock_seconds, 0.5) FILTER (WHERE status = 'success')
        AS median_wall_clock_seconds,
    quantile_cont(wall_clock_seconds, 0.95) FILTER (WHERE status = 'success')
        AS p95_wall_clock_seconds,
    stddev_samp(wall_clock_seconds) FILTER (WHERE status = 'success') AS sd_wall_clock_seconds,
    avg(cpu_seconds) FILTER (WHERE status = 'success') AS mean_cpu_seconds,
    avg(memory_peak_bytes) FILTER (WHERE status = 'success') AS mean_memory_peak_bytes,
    max(memory_peak_bytes) FILTER (WHERE status = 'success') AS max_memory_peak_bytes,
    avg(download_size_bytes) FILTER (WHERE status = 'success') AS mean_download_size_bytes,
    sum(packages_updated) AS packages_updated,
    min(started_at) AS first_started_at,
    max(started_at) AS last_started_at
FROM execution_outcomes
WHERE coverage IS DISTINCT FROM 'check'
GROUP BY plugin_name;
