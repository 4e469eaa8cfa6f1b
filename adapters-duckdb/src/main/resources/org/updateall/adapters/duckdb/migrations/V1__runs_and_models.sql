-- Every TIMESTAMP holds UTC. No key, index or constraint but NOT NULL: the program keeps them under
-- its exclusive lock, within one transaction.

CREATE TABLE runs (
    run_id UUID NOT NULL,
    start_time TIMESTAMP NOT NULL,
    end_time TIMESTAMP,
    hostname VARCHAR NOT NULL,
    username VARCHAR,
    config_hash VARCHAR,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE plugin_executions (
    run_id UUID NOT NULL,
    execution_no INTEGER NOT NULL,
    execution_id UUID NOT NULL,
    plugin_name VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    start_time TIMESTAMP,
    end_time TIMESTAMP,
    packages_updated INTEGER,
    packages_total INTEGER,
    error_message VARCHAR,
    exit_code INTEGER,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE step_metrics (
    run_id UUID NOT NULL,
    execution_no INTEGER NOT NULL,
    step_no INTEGER NOT NULL,
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
    io_read_ops BIGINT,
    io_write_ops BIGINT,
    network_rx_bytes BIGINT,
    network_tx_bytes BIGINT,
    download_size_bytes BIGINT,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE estimates (
    run_id UUID NOT NULL,
    execution_no INTEGER NOT NULL,
    estimate_no INTEGER NOT NULL,
    phase VARCHAR NOT NULL,
    download_bytes_est BIGINT,
    cpu_seconds_est DOUBLE,
    wall_seconds_est DOUBLE,
    memory_bytes_est BIGINT,
    package_count_est INTEGER,
    confidence DOUBLE,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE models (
    plugin_name VARCHAR NOT NULL,
    hostname VARCHAR,
    target VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    scale VARCHAR NOT NULL,
    observations INTEGER NOT NULL,
    last_observation TIMESTAMP NOT NULL,
    fingerprint VARCHAR NOT NULL,
    trained_at TIMESTAMP NOT NULL,
    document VARCHAR NOT NULL
);

-- One row per execution, its steps summed before they are joined. The steps are put in their order
-- before they are summed, so that the same steps give the same last bit every time; a sorted list
-- does that ten times faster than sum(... ORDER BY ...).
CREATE VIEW execution_outcomes AS
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
    e.packages_total
FROM plugin_executions e
JOIN runs r ON r.run_id = e.run_id
LEFT JOIN sorted_steps s ON s.run_id = e.run_id AND s.execution_no = e.execution_no;
