package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** What every {@link PriorShelf} promises. */
public abstract class PriorShelfContract {

  private static final PluginName APT = new PluginName("apt");

  /** A prior of each kind, with texts that are awkward to write down. */
  protected static final PriorTable TABLE =
      new PriorTable(
          Instant.parse("2026-11-28T03:04:05.678901Z"),
          Map.of(
              new PriorClass(Target.WALL_CLOCK, APT, "debian-12", SizeClass.SMALL),
              new PooledPrior(7, "{\"a\":[1.5,\"\u00e9\\n\"]}"),
              new PriorClass(Target.WALL_CLOCK, APT, "debian-12", null),
              new PooledPrior(12, "b"),
              new PriorClass(Target.DOWNLOAD_SIZE, new PluginName("\u5305\"'"), null, null),
              new PooledPrior(1000, "c"),
              new PriorClass(Target.WALL_CLOCK, null, null, null),
              new PooledPrior(5, "d")));

  @TempDir protected Path place;

  protected abstract PriorShelf shelf();

  @Test
  void hasNothingUntilSomethingIsKept() {
    assertEquals(Either.right(Option.none()), shelf().current());
    assertFalse(shelf().remove());
  }

  @Test
  void keepsEveryFieldOfEveryPrior() {
    shelf().keep(TABLE);

    assertEquals(Either.right(Option.some(TABLE)), shelf().current());
  }

  @Test
  void putsWhatIsKeptInThePlaceOfWhatWasThere() {
    shelf().keep(TABLE);
    PriorTable later = new PriorTable(Instant.parse("2026-11-29T00:00:00Z"), Map.of());
    shelf().keep(later);

    assertEquals(Either.right(Option.some(later)), shelf().current());
  }

  @Test
  void forgetsWhatIsKept() {
    shelf().keep(TABLE);

    assertTrue(shelf().remove());
    assertEquals(Either.right(Option.none()), shelf().current());
  }

  @Test
  void readsWhatItWroteAndKeepsNothingOfIt() {
    Path file = place.resolve("handed-on.json");

    assertEquals(Either.right(file.toAbsolutePath()), shelf().write(TABLE, file, false));
    assertEquals(Either.right(TABLE), shelf().read(file));
    assertEquals(Either.right(Option.none()), shelf().current());
  }

  @Test
  void replacesAFileOnlyWhereThatIsWanted() throws IOException {
    Path file = Files.writeString(place.resolve("mine.txt"), "precious");

    assertTrue(shelf().write(TABLE, file, false).isLeft());
    assertEquals("precious", Files.readString(file));
    assertTrue(shelf().write(TABLE, file, true).isRight());
    assertEquals(Either.right(TABLE), shelf().read(file));
  }

  @Test
  void refusesAFileThatIsNotThereOrHoldsSomethingElse() throws IOException {
    Path missing = place.resolve("missing.json");
    Path strange = Files.writeString(place.resolve("strange.json"), "{\"kind\":\"letter\"}");

    assertEquals(missing, shelf().read(missing).getLeft().file());
    assertEquals(strange, shelf().read(strange).getLeft().file());
    assertFalse(shelf().read(strange).getLeft().remedy().isBlank());
  }
}
