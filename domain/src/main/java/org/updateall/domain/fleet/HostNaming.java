package org.updateall.domain.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What hosts are called in a fleet's tree. */
public final class HostNaming {

  private static final HostNaming PLAIN = new HostNaming(UnaryOperator.identity());
  private static final String KEYED = "HmacSHA256";

  private final UnaryOperator<String> naming;

  private HostNaming(UnaryOperator<String> naming) {
    this.naming = naming;
  }

  /** As they call themselves. */
  public static HostNaming plain() {
    return PLAIN;
  }

  /**
   * By the SHA-256 of the name in UTF-8, in lower-case hexadecimal. Whoever guesses a name can see
   * that it is the right one.
   */
  public static HostNaming hashed() {
    return new HostNaming(HostNaming::digest);
  }

  /**
   * By the HMAC-SHA-256 (RFC 2104) of the name in UTF-8, in lower-case hexadecimal.
   *
   * @param key at least one byte; who does not know it cannot try out names
   * @throws IllegalArgumentException if the key is empty
   */
  public static HostNaming hashed(byte[] key) {
    SecretKeySpec secret = new SecretKeySpec(key, KEYED);
    return new HostNaming(name -> keyed(name, secret));
  }

  /** The name of that host. */
  public String of(String hostname) {
    return naming.apply(hostname);
  }

  private static String digest(String name) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String keyed(String name, SecretKeySpec secret) {
    try {
      Mac mac = Mac.getInstance(KEYED);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(name.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }
}
