package org.updateall.adapters.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Which program has made a PNG image: a chunk of the type tEXt after the first one (Portable
 * Network Graphics Specification, third edition, 11.3.3.2), so that the program knows its own
 * images again.
 */
final class PngSignature {

  /** The signature of the format and its first chunk, IHDR, are always as long. */
  private static final int AFTER_HEADER = 33;

  private static final byte[] CONTENT = "tEXtSoftware\0update-all".getBytes(ISO_8859_1);
  private static final int TYPE = 4;

  private PngSignature() {}

  /** The image with it. */
  static byte[] in(byte[] image) {
    CRC32 check = new CRC32();
    check.update(CONTENT);
    return ByteBuffer.allocate(image.length + CONTENT.length + 8)
        .put(image, 0, AFTER_HEADER)
        .putInt(CONTENT.length - TYPE)
        .put(CONTENT)
        .putInt((int) check.getValue())
        .put(image, AFTER_HEADER, image.length - AFTER_HEADER)
        .array();
  }
}
