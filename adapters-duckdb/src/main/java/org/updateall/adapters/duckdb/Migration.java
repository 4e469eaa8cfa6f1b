package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step from a schema version to the next.
 *
 * @param version the version that it leads to
 * @param description what it does, from the file's name
 * @param sql its statements
 */
record Migration(int version, String description, String sql) {

  private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

  /** Reads {@code migrations/V<version>__<description>.sql}. */
  static Migration fromResource(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the name of a migration: " + name);
    }
    return new Migration(
        Integer.parseInt(matcher.group(1)), matcher.group(2).replace('_', ' '), text(name));
  }

  /** SHA-256 of the statements, whatever the line ends; lower-case hexadecimal. */
  String checksum() {
    return Sha256.of(sql.replace("\r\n", "\n").getBytes(UTF_8));
  }

  private static String text(String name) {
    try (InputStream resource = Migration.class.getResourceAsStream("migrations/" + name)) {
      if (resource == null) {
        throw new IllegalArgumentException("no migration " + name);
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
