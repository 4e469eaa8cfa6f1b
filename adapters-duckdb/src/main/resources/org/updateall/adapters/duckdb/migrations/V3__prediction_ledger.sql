-- What was foretold of runs before they began. Outcomes are not copied here: they are those of the
-- execution of that plugin in that run, however often that is corrected. Without a plugin a row is
-- the total of all plugins of which that target was foretold. The quantiles are at the levels .005,
-- .025, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .975 and .995.
CREATE TABLE predictions (
    run_id UUID NOT NULL,
    prediction_no INTEGER NOT NULL,
    made_at TIMESTAMP NOT NULL,
    plugin_name VARCHAR,
    target VARCHAR NOT NULL,
    level DOUBLE NOT NULL,
    point DOUBLE NOT NULL,
    lower_bound DOUBLE NOT NULL,
    upper_bound DOUBLE NOT NULL,
    basis VARCHAR NOT NULL,
    interval_basis VARCHAR NOT NULL,
    model VARCHAR,
    runs INTEGER NOT NULL,
    scores INTEGER NOT NULL,
    quantiles FLOAT[15] NOT NULL
);

-- For people at a DuckDB shell: one row for each prediction of a plugin whose execution in that run
-- succeeded and measured the target; of several executions the first counts. Above 0, error says
-- that too much was foretold.
CREATE VIEW prediction_outcomes AS
WITH measured AS (
    SELECT
        run_id,
        execution_id,
        hostname,
        plugin_name,
        started_at,
        unnest([
            {'target': 'wall_clock_seconds', 'actual': wall_clock_seconds},
            {'target': 'cpu_seconds', 'actual': cpu_seconds},
            {'target': 'memory_peak_bytes', 'actual': CAST(memory_peak_bytes AS DOUBLE)},
            {'target': 'download_size_bytes', 'actual': CAST(download_size_bytes AS DOUBLE)}
        ]) AS figure
    FROM execution_outcomes
    WHERE status = 'success'
),
first_measured AS (
    SELECT *
    FROM measured
    WHERE figure.actual IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY run_id, plugin_name, figure.target ORDER BY started_at, execution_id
    ) = 1
)
SELECT
    p.run_id,
    m.hostname,
    p.plugin_name,
    p.target,
    p.made_at,
    m.started_at,
    p.model,
    p.basis,
    p.interval_basis,
    p.level,
    p.point,
    p.lower_bound,
    p.upper_bound,
    m.figure.actual AS actual,
    m.figure.actual BETWEEN p.lower_bound AND p.upper_bound AS inside,
    p.point - m.figure.actual AS error
FROM predictions p
JOIN first_measured m
    ON m.run_id = p.run_id AND m.plugin_name = p.plugin_name AND m.figure.target = p.target;
