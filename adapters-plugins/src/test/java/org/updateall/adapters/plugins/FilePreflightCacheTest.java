package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightCacheContract;
import org.updateall.domain.updating.PreflightReport;

final class FilePreflightCacheTest extends PreflightCacheContract {

  private static final Instant ASKED = Instant.parse("2026-03-04T05:06:07Z");
  private static final PluginName APT = new PluginName("apt");
  private static final Map<PluginName, CachedPreflight> KEPT =
      Map.of(APT, new CachedPreflight(ASKED, AnnouncedWork.ofCount(3)));
  private static final String WHOLE =
      "{\"format\":\"update-all preflight\",\"version\":1,\"plugins\":{\"apt\":"
          + "{\"asked_at\":\"2026-03-04T05:06:07Z\",\"packages\":3,\"download_bytes\":null,"
          + "\"download_precision\":null,\"seconds\":null}}}";

  @TempDir private Path home;

  @Override
  protected PreflightCache cache() {
    return new FilePreflightCache(file());
  }

  @Test
  void writesADocumentThatItsOwnerAloneCanRead() throws IOException {
    keep();
    assertEquals(WHOLE, Files.readString(file()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "no JSON",
        "\"version\":2",
        "\"version\":\"1\"",
        "\"format\":\"another\"",
        "\"asked_at\":\"yesterday\"",
        "\"packages\":3000000000",
        "\"download_precision\":\"guessed\"",
        "\"download_precision\":\"exact\"",
        "\"apt\":7"
      })
  void aDamagedOrForeignFileCountsAsNoneAndIsReplaced(String wrong) throws IOException {
    Files.createDirectories(file().getParent());
    String field = wrong.replaceAll("(\"[a-z_]+\":).*", "$1");
    String text =
        wrong.equals(field) ? wrong : WHOLE.replaceFirst(field + "(\\{[^}]*\\}|[^,}]*)", wrong);
    Files.writeString(file(), text);
    assertEquals(Map.of(), cache().recall());

    keep();
    assertEquals(WHOLE, Files.readString(file()));
  }

  @Test
  void aFileThatIsNoTextOrTooLargeCountsAsNone() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertEquals(Map.of(), cache().recall());
    Files.writeString(file(), WHOLE + " ".repeat(4_000_000));
    assertEquals(Map.of(), cache().recall());
    Files.writeString(file(), WHOLE);
    assertEquals(KEPT, cache().recall());
  }

  @Test
  void whereNothingCanBeWrittenNothingIsKeptAndNothingFails() throws IOException {
    Files.writeString(home.resolve("cache"), "a file in the place of the folder");
    keep();
    assertEquals(Map.of(), cache().recall());
  }

  @Test
  void aFolderInThePlaceOfTheFileStaysAndNothingIsLeftBeside() throws IOException {
    Files.createDirectories(file().resolve("inner"));
    keep();
    assertEquals(Map.of(), cache().recall());
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  private void keep() {
    cache()
        .keep(
            List.of(PreflightReport.of(APT, AnnouncedWork.ofCount(3), Duration.ofSeconds(1))),
            ASKED);
  }

  private Path file() {
    return home.resolve("cache/update-all/preflights.json");
  }
}
