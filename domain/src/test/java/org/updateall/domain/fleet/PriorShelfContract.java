package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link PriorShelf} promises. */
public abstract class PriorShelfContract {

  @TempDir private Path directory;

  /** The same shelf each time, empty at first. */
  protected abstract PriorShelf shelf();

  /** Priors whose documents whoever reads them takes. */
  protected abstract PriorTable priors();

  private PriorTable others() {
    return new PriorTable(Instant.parse("2026-01-02T03:04:05.678901Z"), Map.of());
  }

  private Path file() {
    return directory.resolve("priors.json");
  }

  @Test
  void hasNoneAtFirst() {
    assertEquals(Either.right(Option.none()), shelf().current());
  }

  @Test
  void keepsWhatItIsGivenInThePlaceOfThoseBefore() {
    shelf().keep(others());
    assertEquals(Either.right(Option.some(others())), shelf().current());

    shelf().keep(priors());
    assertEquals(Either.right(Option.some(priors())), shelf().current());
  }

  @Test
  void forgetsThoseAtHand() {
    assertFalse(shelf().remove());
    shelf().keep(priors());

    assertTrue(shelf().remove());

    assertEquals(Either.right(Option.none()), shelf().current());
    assertFalse(shelf().remove());
  }

  @Test
  void readsWhatItWrote() {
    assertEquals(Either.right(file()), shelf().write(priors(), file(), false));

    assertEquals(Either.right(priors()), shelf().read(file()));
    assertEquals(Either.right(Option.none()), shelf().current());
  }

  @Test
  void replacesAFileOnlyIfItMay() {
    shelf().write(priors(), file(), false);

    assertEquals(file(), shelf().write(others(), file(), false).getLeft().target());
    assertEquals(Either.right(priors()), shelf().read(file()));

    assertTrue(shelf().write(others(), file(), true).isRight());
    assertEquals(Either.right(others()), shelf().read(file()));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertFalse(shelf().read(file()).getLeft().reason().isBlank());
  }
}
