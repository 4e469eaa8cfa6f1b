package org.updateall.adapters.jsonlegacy;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Texts that wait outside of memory, in a file that only its owner can read, and that is gone when
 * this is closed.
 */
final class Spool implements Closeable {

  private final FileChannel channel;
  private long size;

  /** Where a text lies. */
  record Span(long offset, int length) {}

  private Spool(FileChannel channel) {
    this.channel = channel;
  }

  /** An empty spool in that directory, which must be there. */
  static Spool in(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "spool-", ".part");
    return new Spool(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  Span add(byte[] text) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(text);
    Span span = new Span(size, text.length);
    while (rest.hasRemaining()) {
      size += channel.write(rest, size);
    }
    return span;
  }

  byte[] text(Span span) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(span.length());
    while (text.hasRemaining()) {
      if (channel.read(text, span.offset() + text.position()) < 0) {
        throw new EOFException("a temporary file was cut off");
      }
    }
    return text.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
