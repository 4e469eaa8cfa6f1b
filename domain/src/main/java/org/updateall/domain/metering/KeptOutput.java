package org.updateall.domain.metering;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The end of what a command printed, at most {@value #MOST_BYTES} bytes. Immutable.
 *
 * @see #text()
 */
public final class KeptOutput {

  /** How much is kept of each channel. */
  public static final int MOST_BYTES = 64 * 1024;

  public static final KeptOutput NOTHING = new KeptOutput(new byte[0], 0);

  private final byte[] bytes;
  private final long printed;

  private KeptOutput(byte[] bytes, long printed) {
    this.bytes = bytes;
    this.printed = printed;
  }

  /**
   * @param bytes the last that were printed
   * @param printed how many were printed in all
   * @throws IllegalArgumentException if there are too many, or more than were printed
   */
  public static KeptOutput of(byte[] bytes, long printed) {
    if (bytes.length > MOST_BYTES || bytes.length > printed) {
      throw new IllegalArgumentException(
          "%d bytes kept of %d printed".formatted(bytes.length, printed));
    }
    return new KeptOutput(bytes.clone(), printed);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes were printed in all. */
  public long printed() {
    return printed;
  }

  public boolean isWhole() {
    return printed == bytes.length;
  }

  /** As UTF-8; what is none is replaced. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeptOutput that
        && printed == that.printed
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "%d of %d bytes".formatted(bytes.length, printed);
  }
}
