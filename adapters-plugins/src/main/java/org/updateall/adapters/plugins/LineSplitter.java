package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines, at LF, CR or both. Of a line that is longer than {@value #MAX_BYTES} bytes
 * only the beginning is told, and memory is taken for no more. What is not UTF-8 is replaced.
 */
final class LineSplitter {

  static final int MAX_BYTES = 1 << 20;

  private static final int FIRST_BYTES = 256;

  private byte[] line = new byte[FIRST_BYTES];
  private int length;
  private boolean afterReturn;

  /** Takes the first so many bytes; each line that they end is told, without its end. */
  void accept(byte[] bytes, int count, Consumer<String> lines) {
    for (int i = 0; i < count; i++) {
      byte next = bytes[i];
      if (next == '\n' && afterReturn) {
        afterReturn = false;
      } else if (next == '\n' || next == '\r') {
        afterReturn = next == '\r';
        tell(lines);
      } else {
        afterReturn = false;
        keep(next);
      }
    }
  }

  /** Tells the last line, if it has no end. */
  void end(Consumer<String> lines) {
    if (length > 0) {
      tell(lines);
    }
  }

  private void tell(Consumer<String> lines) {
    String text = new String(line, 0, length, UTF_8);
    length = 0;
    if (line.length > FIRST_BYTES * FIRST_BYTES) {
      line = new byte[FIRST_BYTES];
    }
    lines.accept(text);
  }

  private void keep(byte next) {
    if (length == MAX_BYTES) {
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(MAX_BYTES, 2 * length));
    }
    line[length++] = next;
  }
}
