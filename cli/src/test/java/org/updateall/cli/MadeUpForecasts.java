package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * What training a made-up fleet could have come to: hosts of three systems and three sizes, the
 * same from the same numbers. Durations are lognormal; on the host of every 97 after the first 13
 * the second plugin takes five times as long as is usual. What hosts took last has on each of 14
 * days something common to all.
 */
final class MadeUpForecasts {

  private static final String QUANTILE_SCORES =
      Arrays.stream(PredictiveDistribution.levels())
          .map(new NormalDistribution(null, 0, 1)::inverseCumulativeProbability)
          .mapToObj(Double::toString)
          .collect(Collectors.joining(", ", "[", "]::DOUBLE[]"));

  private static final String MACROS =
      """
      CREATE MACRO uniform(text) AS (hash(text) % 1000003 + 0.5) / 1000003;
      CREATE MACRO normal(text) AS
          sqrt(-2 * ln(uniform(text || '-1'))) * cos(2 * pi() * uniform(text || '-2'));
      """;

  private static final String FORECASTS =
      """
      CREATE TABLE forecasts AS
      SELECT format('host-{:05d}', h) AS host,
             CASE WHEN h % 10 < 6 THEN 'debian-12' WHEN h % 10 < 9 THEN 'ubuntu-24.04'
                  ELSE 'fedora-41' END AS operating_system,
             CASE h % 4 WHEN 0 THEN 'small' WHEN 3 THEN 'large' ELSE 'medium' END AS size_class,
             CASE p WHEN 0 THEN 'apt' WHEN 1 THEN 'snap' WHEN 2 THEN 'flatpak' WHEN 3 THEN 'npm'
                  WHEN 4 THEN 'pipx' ELSE format('plugin-{:02d}', p) END AS plugin_name,
             target,
             CASE WHEN h % 20 = 0 THEN 5 ELSE 200 END::INTEGER AS runs,
             TIMESTAMPTZ '2026-11-01 03:00:00+00' + INTERVAL (h % 14) DAY AS last_run,
             median * exp(0.3 * (sqrt(0.4) * normal(format('day-{}', h % 14))
                 + sqrt(0.6) * normal(format('{}-{}-{}', h, p, target)))) AS last_value,
             CASE WHEN h % 20 = 0 THEN 'few_runs' ELSE 'model' END AS basis,
             CASE WHEN h % 20 = 0 THEN NULL ELSE 'pool' END AS model,
             median AS point,
             median * exp(-0.3 * 1.6448536) AS lower,
             median * exp(0.3 * 1.6448536) AS upper,
             0.9::DOUBLE AS level,
             list_transform(:scores, lambda z: median * exp(0.3 * z)) AS quantiles
      FROM (
          SELECT h, p, target,
                 size * (10 + 15 * ((p * 7) % 5)) * exp(0.2 * normal(format('host-{}-{}', h, p)))
                     * CASE WHEN h % 97 = 13 AND p = 1 THEN 5 ELSE 1 END AS median
          FROM range(:hosts) AS hosts(h), range(:plugins) AS plugins(p),
               (VALUES ('wall_clock_seconds', 1), ('cpu_seconds', 0.4), ('memory_peak_bytes', 3e6),
                       ('download_size_bytes', 1e6)) AS targets(target, size));
      """;

  private MadeUpForecasts() {}

  /** Writes an output of a training into a directory that is not there yet. */
  static void write(Path output, int hosts, int plugins, int parts) throws IOException {
    Files.createDirectories(output.resolve("forecasts"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(MACROS);
      statement.execute(
          FORECASTS
              .replace(":scores", QUANTILE_SCORES)
              .replace(":hosts", Integer.toString(hosts))
              .replace(":plugins", Integer.toString(plugins)));
      for (int part = 0; part < parts; part++) {
        statement.execute(
            "COPY (SELECT * FROM forecasts WHERE hash(host) %% %d = %d) TO '%s' (FORMAT parquet)"
                .formatted(
                    parts, part, output.resolve("forecasts/part-%05d.parquet".formatted(part))));
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Files.writeString(
        output.resolve("partitions.json"),
        """
        {"kind": "update-all fleet partitions", "partitions": [
          {"partition": "outcomes/month=2026-10/host=a/part.parquet", "rows": 31, "leftOut": 0, "reason": null},
          {"partition": "outcomes/month=2026-11/host=b/part.parquet", "rows": 0, "leftOut": 12,
           "reason": "it is no Parquet; export that month of that host again"}]}
        """,
        UTF_8);
    Files.createFile(output.resolve("_SUCCESS"));
  }

  /** Directory, hosts, plugins, parts: for trying it out by hand. */
  public static void main(String[] words) throws IOException {
    write(
        Path.of(words[0]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]));
  }
}
