package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The bytes of a file, known to be UTF-8 as far as they are handed out, without the byte order
 * mark; digest and size are those of the whole file, mark included.
 *
 * <p>Bytes up to a malformed character are handed out before the character is complained of, so
 * that of two faults the first in the file is the one reported.
 */
final class HistoryBytes extends InputStream {

  private static final int BLOCK_BYTES = 1 << 16;
  private static final int MARK_BYTES = 3;

  private final InputStream file;
  private final MessageDigest sha256 = Sha256.begin();
  private final Utf8Check utf8 = new Utf8Check();
  private final byte[] block = new byte[BLOCK_BYTES];
  private int position;
  private int limit;
  private long size;
  private int markBytes;

  private HistoryBytes(InputStream file) {
    this.file = file;
  }

  /**
   * @throws BrokenFileException if the file begins as other encodings do
   */
  static HistoryBytes open(Path path) throws IOException {
    requireRegularFile(path);
    return of(Files.newInputStream(path));
  }

  /**
   * @throws BrokenFileException if they begin as other encodings do
   */
  static HistoryBytes of(InputStream file) throws IOException {
    HistoryBytes bytes = new HistoryBytes(file);
    try {
      bytes.begin();
      return bytes;
    } catch (IOException | RuntimeException failure) {
      bytes.close();
      throw failure;
    }
  }

  /** How many bytes of a byte order mark were left out. */
  int markBytes() {
    return markBytes;
  }

  /** How many bytes were read so far; once the end was met, the size of the file. */
  long size() {
    return size;
  }

  /**
   * The digest of the file, lower-case hexadecimal; to be asked for once, after the end was met.
   */
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (position == limit && !nextBlock()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(block, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Directories, pipes and devices cannot be read twice, or have no end. */
  static void requireRegularFile(Path path) throws BrokenFileException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      String kind = Files.isDirectory(path) ? "a directory" : "not a regular file";
      throw new BrokenFileException(
          BrokenFileException.NOWHERE, "it is " + kind, "Name the file history.json itself.");
    }
  }

  private void begin() throws IOException {
    int length = file.readNBytes(block, 0, BLOCK_BYTES);
    ForeignEncoding.refuse(block, length);
    take(length);
    if (length >= MARK_BYTES && block[0] == (byte) 0xEF && block[1] == (byte) 0xBB) {
      markBytes = block[2] == (byte) 0xBF ? MARK_BYTES : 0;
      position = markBytes;
    }
  }

  private boolean nextBlock() throws IOException {
    requireUtf8();
    int length = file.read(block, 0, BLOCK_BYTES);
    if (length < 0) {
      requireWholeCharacter();
      return false;
    }
    position = 0;
    take(length);
    return limit > 0 || nextBlock();
  }

  private void take(int length) {
    sha256.update(block, 0, length);
    size += length;
    limit = utf8.wellFormed(block, length);
  }

  private void requireUtf8() throws BrokenFileException {
    if (utf8.isBroken()) {
      throw new BrokenFileException(
          utf8.characterStart(),
          "these bytes are not UTF-8 text",
          "Convert the file to UTF-8, or restore it from a backup, and import it again.");
    }
  }

  private void requireWholeCharacter() throws BrokenFileException {
    if (utf8.isInsideCharacter()) {
      throw Faults.truncated(utf8.characterStart());
    }
  }
}
