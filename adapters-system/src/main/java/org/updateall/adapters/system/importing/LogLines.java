package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Divides bytes into lines, whatever wrote them: lines end with LF or CR LF, bytes that are no
 * UTF-8 are replaced, and of a line above {@value #MAX_LINE_BYTES} bytes the rest is left out, so
 * that no text needs more memory than that.
 */
final class LogLines {

  static final int MAX_LINE_BYTES = 1 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final LineVisitor visitor;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;
  private boolean begun;

  LogLines(LineVisitor visitor) {
    this.visitor = visitor;
  }

  /** Hands on every line of the input, also a last one without an end. */
  static void read(InputStream input, LineVisitor visitor) throws IOException {
    LogLines lines = new LogLines(visitor);
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
      lines.add(buffer, length);
    }
    lines.end();
  }

  /** Takes the first so many of these bytes. */
  void add(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        keep(bytes, from, i);
        hand();
        from = i + 1;
      }
    }
    keep(bytes, from, length);
  }

  /** There is no more; what was begun is the last line. */
  void end() {
    if (begun) {
      hand();
    }
  }

  private void keep(byte[] bytes, int from, int to) {
    int room = MAX_LINE_BYTES - line.size();
    line.write(bytes, from, Math.max(0, Math.min(to - from, room)));
    begun = begun || to > from;
  }

  private void hand() {
    String text = line.toString(UTF_8);
    line.reset();
    begun = false;
    number++;
    visitor.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, number);
  }
}
