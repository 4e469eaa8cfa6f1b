package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorShelfContract;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;

final class FilePriorShelfTest extends PriorShelfContract {

  private static final PluginName APT = new PluginName("apt");

  /** A prior of each kind, with texts that are awkward to write down. */
  private static final PriorTable TABLE =
      new PriorTable(
          Instant.parse("2026-11-28T03:04:05.678901Z"),
          Map.of(
              new PriorClass(Target.WALL_CLOCK, APT, "debian-12", SizeClass.SMALL),
              new PooledPrior(7, "{\"a\":[1.5,\"\u00e9\n\"]}"),
              new PriorClass(Target.WALL_CLOCK, APT, "debian-12", null),
              new PooledPrior(12, "b"),
              new PriorClass(Target.DOWNLOAD_SIZE, new PluginName("\u5305\"'"), null, null),
              new PooledPrior(1000, "c"),
              new PriorClass(Target.WALL_CLOCK, null, null, null),
              new PooledPrior(5, "d")));

  @TempDir private Path place;

  private PriorShelf shelf = new FilePriorShelf(new ExchangeSettings(Path.of("unused")));
  private Path file = Path.of("");

  @BeforeEach
  void open() {
    shelf = new FilePriorShelf(new ExchangeSettings(place.resolve("data/history.duckdb")));
    file = place.resolve("data/priors.json");
  }

  @Override
  protected PriorShelf shelf() {
    return shelf;
  }

  @Override
  protected PriorTable priors() {
    return TABLE;
  }

  @Test
  void keepsThemBesideTheHistoryForTheUserAlone() throws IOException {
    shelf.keep(TABLE);

    assertEquals("rw-------", permissions(file));
    assertEquals(List.of("priors.json"), names(place.resolve("data")));
  }

  @Test
  void writesTheSameTableToTheSameBytes() throws IOException {
    shelf.keep(TABLE);
    String once = Files.readString(file);
    shelf.keep(shelf.read(file).get());

    assertEquals(once, Files.readString(file));
    assertTrue(once.startsWith("{\"kind\":\"update-all fleet priors\",\"version\":1,"), once);
  }

  @ParameterizedTest
  @CsvSource({
    "\"sources\":12, \"sources\":13",
    "03:04:05.678901, 03:04:06.678901",
    "debian-12, debian-13",
    "\"size\":\"small\", \"size\":\"large\"",
    "\"document\":\"b\", \"document\":\"bb\"",
    "\"sha256\":\", \"sha256\":\"0",
  })
  void refusesWhatWasChanged(String from, String to) throws IOException {
    shelf.keep(TABLE);
    change(from, to);

    FileRefused refused = shelf.read(file).getLeft();
    assertTrue(refused.reason().startsWith("it is not as it was written"), refused.message());
    assertTrue(refused.remedy().contains("fleet train"), refused.message());
  }

  @Test
  void refusesAKindThatComesTwice() throws IOException {
    shelf.keep(TABLE);
    String line =
        Files.readString(file).lines().filter(each -> each.contains("\"b\"")).findFirst().get();
    String prior = line.replaceAll("^,|,$", "");
    change(prior, prior + "," + prior);

    assertTrue(shelf.read(file).getLeft().reason().contains("twice"));
  }

  @ParameterizedTest
  @CsvSource({
    "\"target\":\"wall_clock_seconds\", \"target\":\"patience\"",
    "\"size\":\"small\", \"size\":\"huge\"",
    "\"sources\":12, \"sources\":\"many\"",
    "\"as_of\":\"2026, \"as_of\":\"soon",
    "\"target\":\"download_size_bytes\", \"goal\":\"download_size_bytes\"",
  })
  void refusesWhatItDoesNotKnow(String from, String to) throws IOException {
    shelf.keep(TABLE);
    change(from, to);

    assertTrue(shelf.read(file).isLeft());
  }

  @Test
  void refusesEveryBeginningOfAFile() throws IOException {
    shelf.keep(TABLE);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 2; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(shelf.read(file).isLeft(), new String(whole, 0, length, UTF_8));
    }
  }

  @Test
  void asksForANewerProgramWhereTheFileIsNewer() throws IOException {
    shelf.keep(TABLE);
    change("\"version\":1", "\"version\":2");

    FileRefused refused = shelf.read(file).getLeft();
    assertEquals("it has version 2, and this program reads version 1", refused.reason());
    assertEquals("Update update-all.", refused.remedy());
  }

  @Test
  void saysHowToGetRidOfWhatIsDamaged() throws IOException {
    shelf.keep(TABLE);
    Files.writeString(file, "{");

    FileRefused refused = shelf.current().getLeft();
    assertEquals(file, refused.file());
    assertTrue(refused.remedy().contains("priors remove"), refused.message());
    assertTrue(shelf.remove());
    assertTrue(shelf.current().get().isEmpty());
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), text);
    Files.writeString(file, text.replace(from, to));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }
}
