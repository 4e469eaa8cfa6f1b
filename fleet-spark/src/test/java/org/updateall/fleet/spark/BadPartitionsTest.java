package org.updateall.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.SyntheticFleet;

/** A tree of which much is wrong: each file is judged by itself, and the rest goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadPartitionsTest {

  private static final String MONTH = "2026-01";

  private final SyntheticFleet fleet = SyntheticFleet.of(5, 4, 1, 6);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private FleetFixture fixture;
  private int code;

  @BeforeAll
  void train(@TempDir Path folder) throws IOException {
    fixture = new FleetFixture(folder);
    for (int host = 0; host < fleet.hosts(); host++) {
      fixture.export(fleet.host(host), fleet.rows(host));
    }
    spoil();
    code =
        new FleetJob(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
            .train(LocalSpark.session(), fixture.options());
  }

  private void spoil() throws IOException {
    Path whole = fixture.partition(MONTH, fleet.host(0));
    cutOff(whole, fixture.partition(MONTH, "cut-off"));
    damaged(whole, fixture.partition(MONTH, "damaged"));
    Files.writeString(made(fixture.partition(MONTH, "text")), "no Parquet at all");
    Files.copy(whole, made(fixture.partition("1970-01", "clock")));
    Files.copy(whole, made(fixture.partition(MONTH, "twice")));
    ParquetFile.write(
        fixture.partition(MONTH, "newer"),
        new StructType().add("format", DataTypes.IntegerType).add("novelty", DataTypes.StringType),
        List.of(RowFactory.create(2, "?")));
    ParquetFile.write(
        fixture.partition(MONTH, "other"),
        new StructType().add("format", DataTypes.IntegerType).add("host", DataTypes.IntegerType),
        List.of(RowFactory.create(1, 1)));
    List<FleetRow> two = new ArrayList<>(fleet.rows(1).subList(0, 1));
    two.addAll(fleet.rows(2).subList(0, 1));
    ParquetFile.write(fixture.partition(MONTH, "two-hosts"), two);
    ParquetFile.write(fixture.partition(MONTH, "future"), List.of(inTheFuture(fleet.rows(3))));
    Files.writeString(
        made(fixture.tree().resolve("outcomes/month=2026-01/.hidden/part.parquet")), "making");
    Files.writeString(made(fixture.tree().resolve("outcomes/_notes/part.parquet")), "notes");
    Files.writeString(made(fixture.tree().resolve("outcomes/README")), "text");
  }

  private static FleetRow inTheFuture(List<FleetRow> rows) {
    FleetRow row = rows.get(0);
    return new FleetRow(
        row.format(),
        "future",
        row.operatingSystem(),
        row.sizeClass(),
        row.pluginName(),
        row.executionId(),
        row.runId(),
        Instant.parse("2031-01-01T00:00:00Z"),
        row.status(),
        row.coverage(),
        row.wallClockSeconds(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Path made(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    return file;
  }

  private static void cutOff(Path whole, Path target) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(made(target), Arrays.copyOf(bytes, bytes.length / 2));
  }

  /** With a whole footer, so that only reading the rows finds it out. */
  private static void damaged(Path whole, Path target) throws IOException {
    Files.copy(whole, made(target), StandardCopyOption.REPLACE_EXISTING);
    byte[] bytes = Files.readAllBytes(target);
    for (int i = 40; i < 240; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    Files.write(target, bytes);
  }

  @Test
  void theRestGoesOn() {
    assertEquals(0, code);
    assertEquals(
        PlainTraining.of(
                fleet.rows().collect(Collectors.groupingBy(FleetRow::host)).values().stream()
                    .toList(),
                fixture.options(),
                Instant.parse("2026-01-10T00:00:00Z"))
            .forecasts(),
        fixture.forecasts());
  }

  @Test
  void everyFileThatIsNotTakenWholeIsNamedWithAReasonAndARemedy() throws IOException {
    String told = err.toString(UTF_8);
    for (String file : List.of("cut-off", "damaged", "text")) {
      assertTold(told, file, "it is damaged, or no Parquet file; export that month of that host");
    }
    assertTold(told, "newer", "it was written by a newer update-all (format 2, this one knows 1)");
    assertTold(told, "other", "its column host is of another type");
    assertTold(told, "two-hosts", "it names several hosts");
    assertTold(told, "future", "one because it began at 2031-01-01T00:00:00Z");
    assertTold(told, "twice", "it holds the same executions as");
    assertTrue(told.contains("month=1970-01/host=clock/part.parquet: its month is 1970-01"), told);
    assertEquals(9, told.lines().count(), told);
    String partitions = Files.readString(fixture.output().resolve("partitions.json"));
    assertEquals(4 + 9, partitions.split("\"partition\"", -1).length - 1);
    assertFalse(partitions.contains("README"), partitions);
  }

  private static void assertTold(String told, String host, String reason) {
    assertTrue(
        told.lines().anyMatch(line -> line.contains("host=" + host + "/") && line.contains(reason)),
        () -> "nothing of %s and %s in%n%s".formatted(host, reason, told));
  }

  @Test
  void theFiguresSayHowMuchThereWas() throws IOException {
    String told = out.toString(UTF_8);
    assertTrue(told.contains("metric executions: 24\n"), told);
    assertTrue(told.contains("metric files_not_whole: 9\n"), told);
    assertTrue(told.contains("metric series_trained: 16\n"), told);
    String kept = Files.readString(fixture.output().resolve("metrics.json"));
    assertTrue(kept.contains("\"files\" : 13"), kept);
  }
}
