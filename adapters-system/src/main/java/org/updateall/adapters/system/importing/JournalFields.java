package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of an entry of the journal as {@code journalctl -o json} writes them: a text, or an
 * array of bytes where it is not printable, or an array of those where an entry has the field more
 * than once, or null where it is too long.
 */
final class JournalFields {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_DIGITS = 19;
  private static final int BYTE_MASK = 0xFF;

  private final JsonNode fields;

  private JournalFields(JsonNode fields) {
    this.fields = fields;
  }

  /** Those of a line; none where it is no such entry. */
  static Option<JournalFields> of(String line) {
    try {
      JsonNode fields = MAPPER.readTree(line);
      return Option.when(fields.isObject(), () -> new JournalFields(fields));
    } catch (JacksonException e) {
      return Option.none();
    }
  }

  /** A field as text, the first of several; absent where the entry has none, or no short one. */
  @Nullable String text(String name) {
    return text(fields.get(name));
  }

  /** A field as a number; absent also where it is none, or is not from 0 to 2^63. */
  @Nullable Long number(String name) {
    String text = text(name);
    if (text == null
        || text.isEmpty()
        || text.length() > MAX_DIGITS
        || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null; // 2^64 - 1 is systemd's way to say that it does not know.
    }
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isObject()) {
      return null;
    }
    if (!value.isArray()) {
      return value.asString();
    }
    if (value.isEmpty()) {
      return "";
    }
    return value.get(0).isNumber() ? decoded(value) : text(value.get(0));
  }

  private static String decoded(JsonNode array) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    array.forEach(each -> bytes.write(each.asInt(0) & BYTE_MASK));
    return bytes.toString(UTF_8);
  }
}
