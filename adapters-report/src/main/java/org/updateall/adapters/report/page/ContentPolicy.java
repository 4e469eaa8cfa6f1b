package org.updateall.adapters.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A content security policy (level 3) for a page that needs nothing from elsewhere: nothing is
 * allowed but the scripts and styles that it was made with, known by their SHA-256.
 *
 * @param scripts the content of each script element
 * @param styles the content of each style element
 */
record ContentPolicy(List<String> scripts, List<String> styles) {

  ContentPolicy {
    scripts = List.copyOf(scripts);
    styles = List.copyOf(styles);
  }

  @Override
  public String toString() {
    return "default-src 'none'; script-src %s; style-src %s; base-uri 'none'; form-action 'none'"
        .formatted(hashes(scripts), hashes(styles));
  }

  private static String hashes(List<String> contents) {
    return contents.stream()
        .map(content -> "'sha256-%s'".formatted(hash(content)))
        .collect(Collectors.joining(" "));
  }

  private static String hash(String content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
