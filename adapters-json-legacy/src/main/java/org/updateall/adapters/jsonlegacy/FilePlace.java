package org.updateall.adapters.jsonlegacy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A place in a text file as people look for it: lines end with LF, CRLF or CR; line and column
 * (characters, not bytes; a byte order mark is none) count from 1, the byte offset from 0.
 */
record FilePlace(long line, long column, long offset) {

  private static final int MARK = 0xEF;

  /** Where the byte after that many bytes stands. */
  static FilePlace of(Path file, long offset) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return of(bytes, offset);
    }
  }

  private static FilePlace of(InputStream bytes, long offset) throws IOException {
    long line = 1;
    long column = 1;
    int previous = 0;
    for (long i = 0; i < offset; i++) {
      int octet = bytes.read();
      boolean secondOfLineEnd = octet == '\n' && previous == '\r';
      if (!secondOfLineEnd && (octet == '\n' || octet == '\r')) {
        line++;
        column = 1;
      } else if (!secondOfLineEnd && beginsCharacter(octet) && !(i == 0 && octet == MARK)) {
        column++;
      }
      previous = octet;
    }
    return new FilePlace(line, column, offset);
  }

  private static boolean beginsCharacter(int octet) {
    return (octet & 0xC0) != 0x80;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "line %d, column %d (byte %d)", line, column, offset);
  }
}
