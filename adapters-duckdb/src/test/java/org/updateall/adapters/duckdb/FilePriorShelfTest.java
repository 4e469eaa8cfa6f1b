package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.FleetResults;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorShelfContract;
import org.updateall.domain.fleet.PriorTable;

/** The shelf as files. */
class FilePriorShelfTest extends PriorShelfContract {

  @TempDir private Path directory;
  private Path kept = Path.of("");

  @BeforeEach
  void chooseAPlace() {
    kept = directory.resolve("data/priors.json");
  }

  @Override
  protected PriorShelf shelf() {
    return new FilePriorShelf(new ExchangeSettings(directory.resolve("data/history.duckdb")));
  }

  @Override
  protected PriorTable priors() {
    return FleetResults.priors();
  }

  @Test
  void refusesAFileOfWhichAnyCharacterWasChanged() throws Exception {
    shelf().keep(priors());
    String whole = Files.readString(kept);

    Files.writeString(kept, whole.replace("of few", "of fen"));
    assertTrue(shelf().current().isLeft());
    assertFalse(shelf().current().getLeft().reason().isBlank());

    Files.writeString(kept, whole.substring(0, whole.length() / 2));
    assertTrue(shelf().current().isLeft());
    assertTrue(shelf().remove());
  }

  @Test
  void writesTheSameForTheSame() throws Exception {
    Path one = directory.resolve("one.json");
    Path other = directory.resolve("other.json");
    assertTrue(shelf().write(priors(), one, false).isRight());
    assertTrue(shelf().write(shelf().read(one).get(), other, false).isRight());

    assertEquals(Files.readString(one), Files.readString(other));
  }
}
