package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
}
