package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportChanged;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.exchange.RandomHistory;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Runs;

/** Exports that are not as they were written, and what is said of each. */
class SpoiledExportsTest {

  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final String FIRST = "01900000-0000-7001-8000-000000000000";
  private static final String SECOND = "01900000-0000-7002-8000-000000000000";

  @TempDir private Path directory;
  private final FileExportedHistory exports = new FileExportedHistory();

  @BeforeEach
  void export() {
    Stores stores = new Stores(directory.resolve("store"), Clock.fixed(NOW, ZoneOffset.UTC));
    stores.history().record(Runs.complete());
    stores.history().record(Runs.run(2).executing(Runs.execution("snap", 5)).build());
    stores.models().saveAll(new RandomHistory(1).models().subList(0, 1));
    for (ExchangeFormat format : ExchangeFormat.values()) {
      stores
          .export()
          .write(
              new ExportRequest(export(format), format, HistoryFilter.everything(), false),
              () -> {})
          .get();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "runs|run_id,start|start,run_id|line 1|does not name the columns of runs",
        "runs|username|user|line 1|does not name the columns of runs",
        "runs|\"workstation\",\"ada\"|\"workstation\"|row 2 (line 3)|it has 6 fields, not 7",
        "runs|\"ada\"|\"ada\",\"ada\"|row 2 (line 3)|more than 7 fields",
        "runs|\"ada\"|\"a\"da\"|row 2 (line 3)|stray character",
        "runs|\"ada\"|a\"da|row 2 (line 3)|a quote in the midst",
        "runs|\"sha256:0f3a\"|\"sha256:0f3a|row 2 (line 3)|ends within quotes",
        "runs|\"workstation\",\"ada\"|,\"ada\"|row 2 (line 3)|hostname is empty",
        "runs|\"workstation\",\"ada\"|\"\",\"ada\"|row 2 (line 3)|host name is empty",
        "runs|12:00:00.000001Z|12:00:00.000001|row 2 (line 3)|start_time is no time with a zone",
        "runs|12:34:56.789012Z|11:34:56.789012Z|row 2 (line 3)|is before start time",
        "runs|2026-01-05T12:00:00.000001Z|+10000-01-05T12:00:00Z|row 2 (line 3)|years 1 to 9999",
        "plugin_executions|\"skipped\"|\"lost\"|row 3 (line 5)|status 'lost' is unknown",
        "plugin_executions|,2345,|,-1,|row 2 (line 3)|packages total is negative: -1",
        "plugin_executions|,2345,|,2345.5,|row 2 (line 3)|packages_total is no whole number",
        "plugin_executions|,2345,|,2147483648,|row 2 (line 3)|packages_total is no whole number",
        "step_metrics|60.000001|NaN|row 3 (line 4)|wall_clock_seconds is no number: NaN",
        "step_metrics|60.000001|1e999|row 3 (line 4)|wall clock seconds is not a finite number",
        "step_metrics|104857600|9223372036854775808|row 3 (line 4)|memory_peak_bytes is too great",
        "step_metrics|\"CHECK\"|\"WAIT\"|row 2 (line 3)|phase 'WAIT' is unknown",
        "estimates|0.75|7.5|row 1 (line 2)|confidence is above 1",
      })
  void saysWhereATableIsWrong(String table, String right, String wrong, String place, String reason)
      throws IOException {
    change(table, text -> text.replaceFirst(quote(right), quoteReplacement(wrong)));

    assertRefused(export(ExchangeFormat.CSV), table + ".csv", place, reason);
  }

  private static String quote(String text) {
    return Pattern.quote(text);
  }

  private static String quoteReplacement(String text) {
    return Matcher.quoteReplacement(text);
  }

  @Test
  void refusesARunThatIsThereTwice() throws IOException {
    change("runs", text -> text + text.lines().toList().get(2) + "\n");

    assertRefused(export(ExchangeFormat.CSV), "runs.csv", "row 3", "is there twice");
  }

  @Test
  void refusesAStepThatIsThereTwice() throws IOException {
    change("step_metrics", text -> text + text.lines().toList().get(4) + "\n");

    assertRefused(
        export(ExchangeFormat.CSV),
        "plugin_executions.csv",
        "row 2",
        "step ordinals do not ascend");
  }

  @Test
  void refusesAPartWithoutItsRun() throws IOException {
    change(
        "plugin_executions", text -> text.replace(SECOND, "99999999-0000-7002-8000-000000000000"));

    assertRefused(
        export(ExchangeFormat.CSV), "plugin_executions.csv", "row 1", "belongs to no run");
  }

  @Test
  void refusesAStepWithoutItsExecution() throws IOException {
    change("step_metrics", text -> text.replace(FIRST + ",0,5", FIRST + ",1,5"));
    change("step_metrics", text -> text.replace(FIRST + ",1,5", FIRST + ",7,5"));

    assertRefused(export(ExchangeFormat.CSV), "step_metrics.csv", "row 4", "belongs to no run");
  }

  @Test
  void refusesExecutionsWithAGap() throws IOException {
    change("plugin_executions", text -> text.replace(FIRST + ",1,", FIRST + ",2,"));

    assertRefused(
        export(ExchangeFormat.CSV),
        "plugin_executions.csv",
        "row 3",
        "execution_no is 2, where 1 should be");
  }

  @Test
  void refusesATableThatLacksItsLastRow() throws IOException {
    change("estimates", text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));

    assertRefused(export(ExchangeFormat.CSV), "", "", "it should hold");
  }

  @Test
  void refusesATableThatIsNotUtf8() throws IOException {
    Path file = export(ExchangeFormat.CSV).resolve("runs.csv");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 40] = (byte) 0xff;
    Files.write(file, bytes);
    describeAnew();

    assertRefused(export(ExchangeFormat.CSV), "runs.csv", "", "is not UTF-8");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "PARQUET"})
  void refusesATableOfAnotherExport(ExchangeFormat format) throws IOException {
    Path file = export(format).resolve("runs." + format.wireName());
    Files.write(file, Files.readAllBytes(export(format).resolve("estimates." + format.wireName())));

    assertRefused(export(format), file.getFileName().toString(), "", "not as it was exported");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "PARQUET"})
  void refusesAnExportThatLacksATable(ExchangeFormat format) throws IOException {
    Files.delete(export(format).resolve("models." + format.wireName()));

    assertRefused(export(format), "models." + format.wireName(), "", "it is missing");
  }

  @Test
  void refusesParquetOfOtherColumns() throws Exception {
    parquet("runs", "SELECT * EXCLUDE (username) FROM read_parquet('%s')");

    assertRefused(
        export(ExchangeFormat.PARQUET), "runs.parquet", "", "does not have the columns of runs");
  }

  @Test
  void refusesParquetOfOtherTypes() throws Exception {
    parquet(
        "runs",
        "SELECT * REPLACE (start_time AT TIME ZONE 'UTC' AS start_time) FROM read_parquet('%s')");

    assertRefused(
        export(ExchangeFormat.PARQUET), "runs.parquet", "", "does not have the columns of runs");
  }

  @Test
  void refusesParquetRowsThatTheDomainRefuses() throws Exception {
    parquet(
        "step_metrics",
        "SELECT * REPLACE (CAST('NaN' AS DOUBLE) AS cpu_user_seconds) FROM read_parquet('%s')");

    assertRefused(
        export(ExchangeFormat.PARQUET),
        "step_metrics.parquet",
        "row 1",
        "CPU user seconds is not a finite number: NaN");
  }

  @Test
  void refusesTextsThatWouldFillTheMemory() throws Exception {
    parquet("runs", "SELECT * REPLACE (repeat('x', 17000000) AS username) FROM read_parquet('%s')");

    assertRefused(export(ExchangeFormat.PARQUET), "runs.parquet", "", "too long to be read");
  }

  @Test
  void refusesWhatIsNoParquet() throws IOException {
    Files.writeString(export(ExchangeFormat.PARQUET).resolve("runs.parquet"), "PAR1 and no more");
    describeAnew(ExchangeFormat.PARQUET);

    assertRefused(
        export(ExchangeFormat.PARQUET), "runs.parquet", "", "it cannot be read as Parquet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\" : 1|\"version\" : 2|this program reads version 1",
        "\"format\" : \"csv\"|\"format\" : \"json\"|no tables are of format json",
        "\"format\" : \"csv\"|\"format\" : \"parquet\"|does not name the tables",
        "runs.csv|../../runs.csv|does not name the tables",
        "\"runs\" : 2|\"runs\" : 3|it should hold",
        "\"runs\" : 2|\"runs\" : null|runs is missing",
        "\"kind\" : \"update-all history\"|\"kind\" : \"other\"|it is no export",
        "{|[|it is no JSON",
        "\"schema_version\"|\"schema\"|schema_version is missing",
      })
  void refusesAManifestThatIsWrong(String right, String wrong, String reason) throws IOException {
    Path manifest = export(ExchangeFormat.CSV).resolve(Manifest.FILE_NAME);
    Files.writeString(manifest, Files.readString(manifest).replaceFirst(quote(right), wrong));

    assertRefused(export(ExchangeFormat.CSV), "", "", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\":1|\"version\":2||this program reads version 1",
        "\"version\":1|\"version\":\"1\"||version is no whole number",
        "\"exported_at\":\"2026-02-01T08:00:00Z\"|\"exported_at\":\"2026-02-01\"||could not be parsed",
        "\"exported_at\"|\"exported\"||exported_at is not there",
        "\"hostname\":\"workstation\"|\"hostname\":7|run 1 (line 2)|hostname is not a text",
        "\"plugin_name\":\"cargo\"|\"plugin_name\":null|run 2 (line 3)|plugin_name is missing",
        "\"status\":\"skipped\"|\"state\":\"skipped\"|run 2 (line 3)|status is missing",
        "\"username\":\"ada\"|\"username\":\"ada\",\"username\":\"eve\"|line 3|uplicate",
        "\"username\":\"ada\"|\"username\":\"ada\",\"nickname\":\"eve\"|run 2 (line 3)|is not known here",
        "\"runs\":2|\"runs\":3||it should hold",
        "\"runs\":2|\"runs\":2.5||runs is not an integer",
        "\"counts\"|\"count\"||counts is not there where it should be",
        "\"models\":[|\"models\":{||models is no list",
      })
  void saysWhereAJsonExportIsWrong(String right, String wrong, String place, String reason)
      throws IOException {
    Path file = export(ExchangeFormat.JSON);
    Files.writeString(
        file, Files.readString(file).replaceFirst(quote(right), quoteReplacement(wrong)));

    assertRefused(file, "", place == null ? "" : place, reason == null ? "" : reason);
  }

  @Test
  void refusesAJsonExportThatIsCutOffAnywhere() throws IOException {
    Path file = export(ExchangeFormat.JSON);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 40; length < whole.length - 1; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(exports.survey(file, () -> {}).isLeft(), "cut off after " + length);
    }
  }

  @Test
  void refusesAJsonExportThatGoesOn() throws IOException {
    Path file = export(ExchangeFormat.JSON);
    Files.writeString(file, Files.readString(file) + "{}");

    assertRefused(file, "", "", "it goes on after its end");
  }

  @Test
  void refusesARunThatWouldFillTheMemory() throws IOException {
    Path file = export(ExchangeFormat.JSON);
    String many = "{\"a\":[" + "[],".repeat(1_000_000) + "[]]},";
    Files.writeString(
        file, Files.readString(file).replace("\"runs\":[", "\"runs\":[" + many), UTF_8);

    assertRefused(file, "", "", "too many values to be read");
  }

  @Test
  void takesAJsonExportThatWasSpacedOut() throws IOException {
    Path file = export(ExchangeFormat.JSON);
    Files.writeString(
        file, Files.readString(file).replace(",\"hostname\":", "\n,\r\n  \"hostname\" : "));

    assertEquals(2, exports.survey(file, () -> {}).get().counts().runs());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CSV/runs.csv|one table of an export|Name the directory",
        "CSV/manifest.json|the manifest of an export|Name the directory",
        "PARQUET/runs.parquet|one Parquet file|Name the directory",
        "store/history.duckdb|a DuckDB database|--db",
        "store|a directory without a manifest.json|Name an export",
      })
  void saysWhatAnotherFileLooksLike(String name, String kind, String remedy) throws IOException {
    Path file = directory.resolve(name);
    assertTrue(exports.claims(file));

    FileRefused refused = exports.survey(file, () -> {}).getLeft();

    assertEquals("it is " + kind, refused.reason());
    assertTrue(refused.remedy().contains(remedy), refused.remedy());
  }

  @Test
  void saysThatAFileIsCompressed() throws IOException {
    Path file = directory.resolve("x.gz");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0});

    assertTrue(exports.survey(file, () -> {}).getLeft().reason().contains("compressed"));
  }

  @Test
  void claimsNeitherWhatIsNotThereNorAnyJson() throws IOException {
    assertFalse(exports.claims(directory.resolve("missing")));
    assertFalse(exports.claims(Files.writeString(directory.resolve("a"), "{\"runs\": []}")));
    assertFalse(exports.claims(Files.writeString(directory.resolve("b"), "")));
    assertTrue(exports.survey(directory.resolve("missing"), () -> {}).isLeft());
  }

  @Test
  void storesNothingOfAnExportThatTurnsOutWrongHalfway() throws IOException {
    Path file = export(ExchangeFormat.JSON);
    Files.writeString(file, Files.readString(file).replace("\"skipped\"", "\"lost\""));
    Stores other = new Stores(directory.resolve("other"));
    other.history().record(Runs.run(7).build());
    ExportSurvey forged =
        new ExportSurvey(file, ExchangeFormat.JSON, NOW, HistoryCounts.NONE, 0, Sha256.of(file));

    assertThrows(ExportChanged.class, () -> exports.readRuns(forged, other.history()::recordAll));

    assertEquals(1, other.history().counts().runs());
  }

  private Path export(ExchangeFormat format) {
    return directory.resolve(format.name());
  }

  private void change(String table, UnaryOperator<String> change) throws IOException {
    Path file = export(ExchangeFormat.CSV).resolve(table + ".csv");
    Files.writeString(file, change.apply(Files.readString(file)));
    describeAnew();
  }

  private void parquet(String table, String query) throws IOException, SQLException {
    Path file = export(ExchangeFormat.PARQUET).resolve(table + ".parquet");
    Path changed = directory.resolve("changed.parquet");
    try (DuckDBConnection connection = Engine.scratch();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet)".formatted(query.formatted(file), changed));
    }
    Files.write(file, Files.readAllBytes(changed));
    describeAnew(ExchangeFormat.PARQUET);
  }

  private void describeAnew() throws IOException {
    describeAnew(ExchangeFormat.CSV);
  }

  /** Gives the manifest the digests of the files as they are now. */
  private void describeAnew(ExchangeFormat format) throws IOException {
    Manifest old = Manifest.read(export(format));
    List<Manifest.Entry> files = new ArrayList<>();
    for (Manifest.Entry entry : old.files()) {
      files.add(Manifest.Entry.of(export(format).resolve(entry.name())));
    }
    new Manifest(format, old.schemaVersion(), old.exportedAt(), old.counts(), old.models(), files)
        .write(export(format));
  }

  private void assertRefused(Path export, String file, String place, String reason) {
    FileRefused refused = exports.survey(export, () -> {}).getLeft();
    String message = refused.message();
    assertTrue(
        refused.file().toString().endsWith(file)
            && refused.place().contains(place)
            && refused.reason().contains(reason),
        message);
    assertTrue(refused.remedy().startsWith("Nothing was stored"), message);
    assertFalse(message.contains("\n"), message);
  }
}
