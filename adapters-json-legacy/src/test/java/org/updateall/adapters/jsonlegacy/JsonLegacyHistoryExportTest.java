package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.history.HistoryFilter;

class JsonLegacyHistoryExportTest {

  @TempDir private Path directory;
  private HistoryExport places;

  @BeforeEach
  void openStore() {
    places = new JsonLegacyHistoryExport(LegacyStores.settings(directory.resolve("history.json")));
  }

  @Test
  void exportsNothingInAnotherFormAndSaysWhatToDo() {
    ExportRequest request =
        new ExportRequest(
            directory.resolve("x"), ExchangeFormat.CSV, HistoryFilter.everything(), true);

    String refusal =
        places
            .write(
                request,
                () -> {
                  throw new AssertionError("nothing is written");
                })
            .getLeft()
            .message();
    assertTrue(refusal.contains("--format legacy"), refusal);
    assertFalse(Files.exists(directory.resolve("x")));
  }

  @Test
  void takesAPlaceWhereNothingIs() {
    Path place = directory.resolve("a/../copy.json");

    assertEquals(directory.resolve("copy.json"), places.place(place, false).get());
  }

  @Test
  void takesAFileOnlyIfItMayBeReplaced() throws IOException {
    Path file = Files.writeString(directory.resolve("copy.json"), "[]");

    assertTrue(places.place(file, false).getLeft().message().contains("is there already"));
    assertEquals(file, places.place(file, true).get());
  }

  @Test
  void takesNoDirectory() {
    assertTrue(places.place(directory, true).getLeft().message().contains("is a directory"));
  }

  @Test
  void neverTakesTheHistoryItselfOrItsLock() {
    for (String own : new String[] {"history.json", "history.json.lock"}) {
      String refusal = places.place(directory.resolve(own), true).getLeft().message();
      assertTrue(refusal.contains("belongs to the history itself"), refusal);
    }
  }
}
