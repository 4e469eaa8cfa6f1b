package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spoils the content of a file a little, as a generator decides. */
final class Mutation {

  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?[0-9][-0-9TZ:.eE+]*|[a-z_]+");

  private static final List<String> TOKENS =
      List.of(
          "",
          "-1",
          "0",
          "-0.0",
          "NaN",
          "Infinity",
          "1e400",
          "9223372036854775807",
          "9223372036854775808",
          "2147483648",
          "1".repeat(1200),
          "null",
          "true",
          "\"\"",
          "\"\"\"",
          "\"\u0000\"",
          "\"\\ud800\"",
          "{}",
          "[]",
          "[".repeat(200),
          "{\"a\":".repeat(200),
          "\"" + "x".repeat(70_000) + "\"",
          "9999-12-31T23:59:60Z",
          "+1000000000-01-01T00:00:00Z",
          "2026-01-05T12:00:00",
          "00000000-0000-0000-0000-000000000000",
          "success",
          "EXECUTE");

  private static final byte[] BYTES = {0, 1, '"', ',', '\n', '\r', '{', '}', 0x7f, -1, -128, -2};

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** The content, changed once to a few times. */
  byte[] of(byte[] content, boolean isText) {
    byte[] mutated = content;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      mutated = isText && random.nextBoolean() ? ofText(mutated) : ofBytes(mutated);
    }
    return mutated;
  }

  private byte[] ofText(byte[] content) {
    String text = new String(content, ISO_8859_1);
    return (random.nextInt(3) == 0 ? ofLines(text) : ofToken(text)).getBytes(ISO_8859_1);
  }

  private String ofToken(String text) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().collect(Collectors.toList());
    if (tokens.isEmpty()) {
      return text;
    }
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    String other =
        random.nextInt(3) == 0
            ? tokens.get(random.nextInt(tokens.size())).group()
            : TOKENS.get(random.nextInt(TOKENS.size()));
    return text.substring(0, token.start()) + other + text.substring(token.end());
  }

  private String ofLines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.add(one, lines.get(other));
      case 1 -> lines.remove(one);
      default -> Collections.swap(lines, one, other);
    }
    return String.join("\n", lines);
  }

  private byte[] ofBytes(byte[] content) {
    if (content.length == 0) {
      return new byte[] {BYTES[random.nextInt(BYTES.length)]};
    }
    int from = place(content.length);
    int to = Math.min(content.length, from + random.nextInt(16));
    return switch (random.nextInt(6)) {
      case 0 -> replaced(content, from, (byte) (content[from] ^ (1 << random.nextInt(8))));
      case 1 -> replaced(content, from, BYTES[random.nextInt(BYTES.length)]);
      case 2 -> replaced(content, from, (byte) random.nextInt(256));
      case 3 -> joined(content, from, Arrays.copyOfRange(content, from, to), from);
      case 4 -> joined(content, from, new byte[0], to);
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(content, from) : chunkCopied(content);
    };
  }

  /** Anywhere, but often near the end, where Parquet says what it holds. */
  private int place(int length) {
    return random.nextBoolean()
        ? random.nextInt(length)
        : Math.max(0, length - 1 - random.nextInt(Math.min(length, 1200)));
  }

  private byte[] chunkCopied(byte[] content) {
    byte[] changed = content.clone();
    int length = 1 + random.nextInt(Math.min(content.length, 32));
    int from = random.nextInt(content.length - length + 1);
    System.arraycopy(content, from, changed, random.nextInt(content.length - length + 1), length);
    return changed;
  }

  private static byte[] replaced(byte[] content, int place, byte value) {
    byte[] changed = content.clone();
    changed[place] = value;
    return changed;
  }

  private static byte[] joined(byte[] content, int end, byte[] middle, int begin) {
    byte[] changed = new byte[end + middle.length + content.length - begin];
    System.arraycopy(content, 0, changed, 0, end);
    System.arraycopy(middle, 0, changed, end, middle.length);
    System.arraycopy(content, begin, changed, end + middle.length, content.length - begin);
    return changed;
  }
}
