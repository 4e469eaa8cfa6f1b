-- For people at a DuckDB shell: how plugins perform, and how well what they announced was met.

-- One row per plugin. Measures are over successful executions, each of which is one sample.
CREATE VIEW plugin_performance AS
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
GROUP BY plugin_name;

-- One row per execution, phase and measure that was announced: of the last announcement for that
-- phase, and what that phase came to (NULL if it was not measured). Above 0, error says that too
-- much was announced.
CREATE VIEW estimate_accuracy AS
WITH last_announcements AS (
    SELECT *
    FROM estimates
    QUALIFY row_number() OVER (
        PARTITION BY run_id, execution_no, phase ORDER BY estimate_no DESC
    ) = 1
),
phases AS (
    SELECT
        run_id,
        execution_no,
        phase,
        sum(download_size_bytes) AS download_size_bytes,
        sum(cpu_user_seconds + cpu_kernel_seconds) AS cpu_seconds,
        sum(coalesce(wall_clock_seconds, (epoch_us(end_time) - epoch_us(start_time)) / 1e6))
            AS wall_clock_seconds,
        max(memory_peak_bytes) AS memory_peak_bytes
    FROM step_metrics
    GROUP BY run_id, execution_no, phase
),
pairs AS (
    SELECT
        e.run_id,
        e.execution_id,
        r.hostname,
        e.plugin_name,
        e.status,
        coalesce(e.start_time, r.start_time) AS started_at,
        a.phase,
        a.confidence,
        unnest([
            {
                'measure': 'download_size_bytes',
                'announced': CAST(a.download_bytes_est AS DOUBLE),
                'actual': CAST(p.download_size_bytes AS DOUBLE)
            },
            {
                'measure': 'cpu_seconds',
                'announced': a.cpu_seconds_est,
                'actual': p.cpu_seconds
            },
            {
                'measure': 'wall_clock_seconds',
                'announced': a.wall_seconds_est,
                'actual': p.wall_clock_seconds
            },
            {
                'measure': 'memory_peak_bytes',
                'announced': CAST(a.memory_bytes_est AS DOUBLE),
                'actual': CAST(p.memory_peak_bytes AS DOUBLE)
            },
            {
                'measure': 'packages_updated',
                'announced': CAST(a.package_count_est AS DOUBLE),
                'actual': CAST(e.packages_updated AS DOUBLE)
            }
        ]) AS pair
    FROM last_announcements a
    JOIN plugin_executions e ON e.run_id = a.run_id AND e.execution_no = a.execution_no
    JOIN runs r ON r.run_id = a.run_id
    LEFT JOIN phases p
        ON p.run_id = a.run_id AND p.execution_no = a.execution_no AND p.phase = a.phase
)
SELECT
    run_id,
    execution_id,
    hostname,
    plugin_name,
    status,
    started_at,
    phase,
    pair.measure AS measure,
    pair.announced AS announced,
    pair.actual AS actual,
    pair.announced - pair.actual AS error,
    (pair.announced - pair.actual) / nullif(pair.actual, 0) AS relative_error,
    confidence
FROM pairs
WHERE pair.announced IS NOT NULL;
