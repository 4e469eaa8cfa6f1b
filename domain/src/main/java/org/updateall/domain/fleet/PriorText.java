package org.updateall.domain.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PooledPrior;

/**
 * A table of priors as a text, the same from whichever engine the table comes: one JSON object with
 * kind, version, time and priors, each on a line of its own, in the order of their kinds; last the
 * SHA-256 of all of it but the white space. It is written prior by prior.
 */
public final class PriorText {

  public static final String KIND = "update-all fleet priors";

  /** The version that this program writes; it reads none above. */
  public static final int VERSION = 1;

  private static final Comparator<Map.Entry<PriorClass, PooledPrior>> ORDER =
      Map.Entry.comparingByKey(
          Comparator.comparing(PriorClass::target)
              .thenComparing(each -> words(each.plugin()))
              .thenComparing(each -> words(each.operatingSystem()))
              .thenComparing(each -> words(each.size())));

  private final PriorTable table;

  public PriorText(PriorTable table) {
    this.table = table;
  }

  /**
   * @throws UncheckedIOException if the target cannot be written
   */
  public void writeTo(Appendable target) {
    try {
      target.append("{\"kind\":").append(quoted(KIND));
      target.append(",\"version\":").append(Integer.toString(VERSION));
      target.append(",\"as_of\":").append(quoted(table.asOf().toString())).append(",\"priors\":[");
      String separator = "\n";
      for (Map.Entry<PriorClass, PooledPrior> each : sorted()) {
        target.append(separator);
        write(each.getKey(), each.getValue(), target);
        separator = ",\n";
      }
      target.append("\n],\"sha256\":").append(quoted(checksum())).append("}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all that the text says, not of how it is written: SHA-256, lower-case hexadecimal. */
  public String checksum() {
    MessageDigest digest = sha256();
    count(table.asOf().toString(), digest);
    for (Map.Entry<PriorClass, PooledPrior> each : sorted()) {
      PriorClass kind = each.getKey();
      count(kind.target().wireName(), digest);
      count(words(kind.plugin()), digest);
      count(words(kind.operatingSystem()), digest);
      count(words(kind.size()), digest);
      count(Integer.toString(each.getValue().sources()), digest);
      count(each.getValue().document(), digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<Map.Entry<PriorClass, PooledPrior>> sorted() {
    return table.priors().entrySet().stream().sorted(ORDER).toList();
  }

  private static void write(PriorClass kind, PooledPrior prior, Appendable target)
      throws IOException {
    target.append("{\"target\":").append(quoted(kind.target().wireName()));
    writeUnlessAbsent("plugin", words(kind.plugin()), target);
    writeUnlessAbsent("operating_system", words(kind.operatingSystem()), target);
    writeUnlessAbsent("size", words(kind.size()), target);
    target.append(",\"sources\":").append(Integer.toString(prior.sources()));
    target.append(",\"document\":").append(quoted(prior.document())).append('}');
  }

  private static void writeUnlessAbsent(String name, String words, Appendable target)
      throws IOException {
    if (!words.isEmpty()) {
      target.append(",\"").append(name).append("\":").append(quoted(words));
    }
  }

  /** Empty for what is absent. */
  private static String words(@Nullable Object part) {
    return part instanceof SizeClass size ? size.wireName() : part == null ? "" : part.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      quoted.append(escaped(text.charAt(i)));
    }
    return quoted.append('"').toString();
  }

  /** As RFC 8259 asks for, section 7. */
  private static String escaped(char letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          letter < ' '
              ? String.format(Locale.ROOT, "\\u%04X", (int) letter)
              : String.valueOf(letter);
    };
  }

  /** With its length, so that no two lists of texts are taken for one another. */
  private static void count(String text, MessageDigest digest) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
