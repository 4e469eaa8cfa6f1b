package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Runs;

/** What an export is on the disk. */
class ExportFilesTest {

  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00.000001Z");

  @TempDir private Path directory;
  private Stores stores;

  @BeforeEach
  void record() {
    stores = new Stores(directory.resolve("store"), Clock.fixed(NOW, ZoneOffset.UTC));
    stores.history().record(Runs.complete());
  }

  @ParameterizedTest
  @EnumSource
  void isOpenToItsUserAlone(ExchangeFormat format) throws IOException {
    Path target = export(format, "export", false).target();

    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertEquals(Files.isDirectory(file) ? "rwx------" : "rw-------", mode, file.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingBesideIt(ExchangeFormat format) throws IOException {
    export(format, "export", false);
    export(format, "export", true);

    assertEquals(Set.of("store", "export"), names(directory));
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "PARQUET"})
  void hasAFileOfEachTableAndAManifest(ExchangeFormat format) throws IOException {
    Path target = export(format, "export", false).target();

    assertEquals(
        Stream.of("runs", "plugin_executions", "step_metrics", "estimates", "models")
            .map(table -> table + "." + format.wireName())
            .collect(Collectors.toCollection(() -> new HashSet<>(Set.of("manifest.json")))),
        names(target));
  }

  @Test
  void writesTextsInQuotesAndTimesWithTheirZone() throws IOException {
    Path target = export(ExchangeFormat.CSV, "export", false).target();

    assertEquals(
        List.of(
            "run_id,start_time,end_time,hostname,username,config_hash,created_at",
            "01900000-0000-7001-8000-000000000000,2026-01-05T12:00:00.000001Z,"
                + "2026-01-05T12:34:56.789012Z,\"workstation\",\"ada\",\"sha256:0f3a\","
                + "2026-02-01T08:00:00.000001Z"),
        Files.readAllLines(target.resolve("runs.csv")));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheEarlierExportUntilTheNewOneIsWhole(ExchangeFormat format) throws IOException {
    Path target = export(format, "export", false).target();
    Set<String> before = names(directory);
    RuntimeException failure = new IllegalStateException("in the midst");

    assertThrows(
        IllegalStateException.class,
        () ->
            stores
                .export()
                .write(
                    new ExportRequest(target, format, HistoryFilter.everything(), true),
                    () -> {
                      throw failure;
                    }));

    assertEquals(before, names(directory));
    assertTrue(new FileExportedHistory().survey(target, () -> {}).isRight());
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "PARQUET"})
  void neverReplacesADirectoryOfOtherFiles(ExchangeFormat format) throws IOException {
    Path target = export(format, "export", false).target();
    Path own = Files.writeString(target.resolve("thesis.txt"), "years of work");

    assertSays(refusal(format, "export"), "holds other files than an earlier export");
    assertTrue(Files.exists(own));
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "PARQUET"})
  void takesAnEmptyDirectoryOnlyIfItMayReplaceIt(ExchangeFormat format) throws IOException {
    Files.createDirectory(directory.resolve("export"));
    TargetRefused refused =
        stores.export().write(request(format, "export", false), () -> {}).getLeft();

    assertSays(refused, "is there already");
    assertEquals(1, export(format, "export", true).counts().runs());
  }

  @ParameterizedTest
  @EnumSource
  void neverTakesThePlaceOfADevice(ExchangeFormat format) throws IOException {
    Path socket = directory.resolve("s");
    Path link = Files.createSymbolicLink(directory.resolve("link"), socket);
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));

      assertSays(refusal(format, "s"), "is neither a file nor a directory");
      assertSays(refusal(format, "link"), "is neither a file nor a directory");
      assertEquals(Set.of("store", "s", "link"), names(directory));
      assertTrue(Files.isSymbolicLink(link));
      assertTrue(Files.readAttributes(socket, BasicFileAttributes.class).isOther());
    }
  }

  @Test
  void neverTakesThePlaceOfTheDatabase() throws IOException {
    Path link = directory.resolve("link.json");
    Files.createLink(link, stores.database());

    assertSays(
        refusal(ExchangeFormat.JSON, "store/history.duckdb"), "belongs to the history itself");
    assertSays(
        refusal(ExchangeFormat.JSON, "store/history.duckdb.wal"), "belongs to the history itself");
    assertSays(refusal(ExchangeFormat.JSON, "link.json"), "belongs to the history itself");
    assertEquals(1, stores.history().counts().runs());
  }

  @Test
  void takesNeitherAFileForADirectoryNorTheOtherWayRound() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    Files.createDirectory(directory.resolve("folder"));

    assertSays(refusal(ExchangeFormat.CSV, "file"), "is a file");
    assertSays(refusal(ExchangeFormat.JSON, "folder"), "is a directory");
  }

  @Test
  void wantsADirectoryThatIsThere() {
    assertSays(refusal(ExchangeFormat.JSON, "missing/export.json"), "lies in no directory");
    assertSays(refusal(ExchangeFormat.CSV, "missing/export"), "lies in no directory");
    assertSays(refusal(ExchangeFormat.CSV, "/"), "");
  }

  @ParameterizedTest
  @EnumSource
  void namesThePlaceThatCannotBeWritten(ExchangeFormat format) {
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () -> stores.export().write(request(format, "x".repeat(300), false), () -> {}));

    assertTrue(String.valueOf(failure.getMessage()).contains("xxx"), failure.toString());
  }

  @Test
  void aManifestSaysWhatTheTablesHold() {
    Path target = export(ExchangeFormat.CSV, "export", false).target();

    Manifest manifest = Manifest.read(target);

    assertEquals(ExchangeFormat.CSV, manifest.format());
    assertEquals(NOW, manifest.exportedAt());
    assertEquals(stores.history().counts(), manifest.counts());
    assertEquals(Schema.current().version(), manifest.schemaVersion());
    assertEquals(5, manifest.files().size());
  }

  private ExportReport export(ExchangeFormat format, String name, boolean replace) {
    return stores
        .export()
        .write(request(format, name, replace), () -> {})
        .getOrElseThrow(refused -> new AssertionError(refused.message()));
  }

  private TargetRefused refusal(ExchangeFormat format, String name) {
    return stores.export().write(request(format, name, true), () -> {}).getLeft();
  }

  private ExportRequest request(ExchangeFormat format, String name, boolean replace) {
    return new ExportRequest(directory.resolve(name), format, HistoryFilter.everything(), replace);
  }

  private static void assertSays(TargetRefused refused, String reason) {
    assertTrue(refused.message().contains(reason), refused.message());
    assertFalse(refused.remedy().isBlank());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
