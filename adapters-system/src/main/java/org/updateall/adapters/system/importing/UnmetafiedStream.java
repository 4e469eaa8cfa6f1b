package org.updateall.adapters.system.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Undoes what zsh does to bytes that have a meaning of their own inside of it: in its history it
 * writes each of them as {@code 0x83}, followed by the byte with its bit {@code 0x20} turned over
 * (zsh, Src/utils.c, {@code unmetafy}).
 */
final class UnmetafiedStream extends FilterInputStream {

  private static final int META = 0x83;
  private static final int TURNED = 0x20;

  UnmetafiedStream(InputStream metafied) {
    super(new BufferedInputStream(metafied));
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read != META) {
      return read;
    }
    int turned = in.read();
    return turned < 0 ? turned : turned ^ TURNED;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      bytes[offset + count] = (byte) next;
      count++;
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
