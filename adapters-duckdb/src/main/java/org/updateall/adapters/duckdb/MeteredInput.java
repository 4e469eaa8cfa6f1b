package org.updateall.adapters.duckdb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of which only so many may be read until more are allowed. */
final class MeteredInput extends FilterInputStream {

  private long allowed;

  /** More was read than is allowed. */
  static final class Exhausted extends IOException {

    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("a part of it is too long to be read");
    }
  }

  MeteredInput(InputStream bytes) {
    super(bytes);
  }

  /** That many bytes may be read from here on. */
  void allow(long bytes) {
    allowed = bytes;
  }

  @Override
  public int read() throws IOException {
    spend(1);
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    spend(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void spend(int bytes) throws IOException {
    allowed -= bytes;
    if (allowed < 0) {
      throw new Exhausted();
    }
  }
}
