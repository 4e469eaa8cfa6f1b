package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells the text of one record of a log apart from that of another: a shortened SHA-256. */
final class RecordFingerprint {

  private static final int BYTES = 8;

  private final MessageDigest digest = sha256();

  /** Takes the next line of the record. */
  void add(String line) {
    digest.update(line.getBytes(UTF_8));
    digest.update((byte) '\n');
  }

  /** Sixteen hexadecimal digits; from now on it is that of an empty record again. */
  String take() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
