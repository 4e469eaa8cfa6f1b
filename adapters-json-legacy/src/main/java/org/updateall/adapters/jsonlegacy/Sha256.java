package org.updateall.adapters.jsonlegacy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that tells one file from another. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform knows SHA-256", impossible);
    }
  }
}
