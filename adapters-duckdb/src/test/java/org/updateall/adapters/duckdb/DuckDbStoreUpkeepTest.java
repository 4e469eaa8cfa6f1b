package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.storage.StoreUpkeep;
import org.updateall.domain.storage.StoreUpkeepContract;

class DuckDbStoreUpkeepTest extends StoreUpkeepContract {

  private final Stores stores;
  private final Path directory;

  DuckDbStoreUpkeepTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.directory = directory;
  }

  @Override
  protected RunHistory history() {
    return stores.history();
  }

  @Override
  protected StoreUpkeep upkeep() {
    return stores.upkeep();
  }

  @Override
  protected RunHistory open(Path file) {
    return stores.historyIn(file);
  }

  @Test
  void saysOfTheTargetThatItLiesInNoDirectory() {
    history().record(Runs.complete());
    Path target = directory.resolve("none").resolve("copy.duckdb");
    String sentence = target + ": it lies in no directory that there is. Make the directory first.";

    assertEquals(sentence, upkeep().backUp(target).getLeft().message());
    assertEquals(sentence, upkeep().repair(target).getLeft().message());
  }

  @Test
  void saysOfTheTargetThatItCannotBeWritten() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    history().record(Runs.complete());
    Path locked = Files.createDirectory(directory.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(locked), "this user may write everywhere");

    String message = upkeep().backUp(locked.resolve("copy.duckdb")).getLeft().message();

    assertTrue(message.endsWith("it lies where you are not allowed to write. Name another place."));
  }
}
