package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {

  @Test
  void findsTheHomeFolderWhereEveryShellDoes() {
    assertEquals(Path.of("/h"), Surroundings.home(Map.of("HOME", "/h"), "/root"));
    assertEquals(Path.of("/root"), Surroundings.home(Map.of(), "/root"));
    assertEquals(Path.of("/root"), Surroundings.home(Map.of("HOME", "relative"), "/root"));
  }

  @Test
  void knowsThatNobodyIsThereWithoutAConsole() {
    assertFalse(Surroundings.isInteractive(null));
  }

  @Test
  void drawsBlocksUnlessTheLocaleKnowsNone() {
    assertTrue(showsBlocks(Map.of()));
    assertTrue(showsBlocks(Map.of("LANG", "pl_PL.UTF-8")));
    assertTrue(showsBlocks(Map.of("LANG", "C", "LC_ALL", "C.utf8")));
    assertFalse(showsBlocks(Map.of("LANG", "pl_PL.UTF-8", "LC_CTYPE", "POSIX")));
    assertFalse(showsBlocks(Map.of("UPDATE_ALL_LOCALE", "C", "LC_ALL", "C.UTF-8")));
    assertTrue(showsBlocks(Map.of("UPDATE_ALL_LOCALE", "", "LC_ALL", "C.UTF-8")));
    assertFalse(showsBlocks(Map.of("LANG", "de_DE.ISO-8859-15")));
  }

  private static boolean showsBlocks(Map<String, String> environment) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Surroundings(nowhere, nowhere, environment, Path.of("/h"), false, null)
        .showsBlocks();
  }
}
