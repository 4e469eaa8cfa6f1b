package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with many more executions than are used, in a process with little memory. */
class ManyRowsOfAHostTest {

  private static final int ROWS = 200_000;

  @TempDir private Path directory;

  @Test
  void isReadAndSortedInLittleMemory() throws Exception {
    for (int file = 0; file < 2; file++) {
      FleetParquet.writeQuery(
          directory.resolve("outcomes/month=2026-0%d/host=a/part.parquet".formatted(file + 1)),
          """
          SELECT 1 AS format, 'a' AS host, 'debian-12' AS operating_system, 'small' AS size_class,
              'plugin-' || (i %% 4) AS plugin_name,
              printf('%%08x-0000-4000-8000-000000000000', i) AS execution_id,
              printf('%%08x-0000-4000-9000-000000000000', i // 4) AS run_id,
              TIMESTAMPTZ '2026-01-01 00:00:00+00' + to_seconds(60 * ((i * 77773) %% %d))
                  AS started_at,
              'success' AS status, 'whole' AS coverage, CAST(1 + i %% 100 AS DOUBLE) AS wall_clock_seconds,
              0.5::DOUBLE AS cpu_seconds, 1000::BIGINT AS memory_peak_bytes,
              1000::BIGINT AS download_size_bytes, 0.25::DOUBLE AS install_seconds,
              3::INTEGER AS packages_updated, 30::INTEGER AS packages_total,
              1000::BIGINT AS announced_download_bytes, NULL::DOUBLE AS announced_cpu_seconds,
              NULL::DOUBLE AS announced_wall_clock_seconds, NULL::BIGINT AS announced_memory_bytes,
              3::INTEGER AS announced_packages
          FROM range(%d, %d) numbers(i)
          """
              .formatted(ROWS, file * ROWS / 2, (file + 1) * ROWS / 2));
    }

    try (ChildJvm child =
        ChildJvm.startWith(List.of("-Xmx48m"), VisitingProgram.class, directory)) {
      assertEquals("200000 rows, 0 unusable", child.line());
      assertEquals("plugin-0: 1000 in order, the newest 2026-05-19T21:16:00Z", child.line());
      assertEquals("plugin-1: 1000 in order, the newest 2026-05-19T21:17:00Z", child.line());
      assertEquals("plugin-2: 1000 in order, the newest 2026-05-19T21:18:00Z", child.line());
      assertEquals("plugin-3: 1000 in order, the newest 2026-05-19T21:19:00Z", child.line());
      assertEquals("done", child.line());
    }
  }
}
