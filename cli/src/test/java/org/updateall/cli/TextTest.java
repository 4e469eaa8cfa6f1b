package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class TextTest {

  @Test
  void saysWhatIsWrongWithAFile() {
    assertEquals("/x: no such file or folder", inWords(new NoSuchFileException("/x")));
    assertEquals("/x: permission denied", inWords(new AccessDeniedException("/x")));
    assertEquals(
        "/x: No space left on device",
        inWords(new FileSystemException("/x", null, "No space left on device")));
    assertEquals("/x: it cannot be used", inWords(new FileSystemException("/x")));
    assertEquals("Stream closed", inWords(new IOException("Stream closed")));
  }

  private static String inWords(IOException failure) {
    return Text.inWords(new UncheckedIOException(failure));
  }

  @Test
  void countsColumns() {
    assertEquals(3, Text.width("apt"));
    assertEquals(4, Text.width("更新"));
    assertEquals(1, Text.width("e\u0301"));
  }
}
