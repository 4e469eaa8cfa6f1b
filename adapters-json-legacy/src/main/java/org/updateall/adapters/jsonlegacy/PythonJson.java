package org.updateall.adapters.jsonlegacy;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Python's {@code json.dumps(value, indent=2)} lays it out: one entry a line, nothing but
 * ASCII. Values are null, texts, numbers, maps, collections, and {@link Verbatim} JSON.
 */
final class PythonJson {

  private static final String INDENT = "  ";

  private final StringBuilder json = new StringBuilder();

  private PythonJson() {}

  /** Text that is JSON already, and is taken over as it stands. */
  record Verbatim(String text) {}

  /**
   * The JSON text of a value.
   *
   * @param depth how many lists and objects it stands in
   */
  static String of(@Nullable Object value, int depth) {
    PythonJson written = new PythonJson();
    written.write(value, depth);
    return written.json.toString();
  }

  /** The indentation of what stands in that many lists and objects. */
  static String indentation(int depth) {
    return INDENT.repeat(depth);
  }

  private void write(@Nullable Object value, int depth) {
    if (value instanceof Verbatim verbatim) {
      json.append(verbatim.text());
    } else if (value instanceof String text) {
      write(text);
    } else if (value instanceof Map<?, ?> object) {
      write(object, depth);
    } else if (value instanceof Collection<?> list) {
      write(list, depth);
    } else {
      json.append(value);
    }
  }

  private void write(Map<?, ?> object, int depth) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      beginEntry(separator, depth);
      write(entry.getKey().toString());
      json.append(": ");
      write(entry.getValue(), depth + 1);
      separator = ",";
    }
    end(object.isEmpty(), "{", "}", depth);
  }

  private void write(Collection<?> list, int depth) {
    String separator = "[";
    for (Object element : list) {
      beginEntry(separator, depth);
      write(element, depth + 1);
      separator = ",";
    }
    end(list.isEmpty(), "[", "]", depth);
  }

  private void beginEntry(String separator, int depth) {
    json.append(separator).append('\n').append(indentation(depth + 1));
  }

  private void end(boolean empty, String opening, String closing, int depth) {
    if (empty) {
      json.append(opening);
    } else {
      json.append('\n').append(indentation(depth));
    }
    json.append(closing);
  }

  private void write(String text) {
    json.append('"');
    text.chars().forEach(this::writeUnit);
    json.append('"');
  }

  private void writeUnit(int unit) {
    switch (unit) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '\f' -> json.append("\\f");
      case '\b' -> json.append("\\b");
      default -> {
        if (unit >= ' ' && unit <= '~') {
          json.append((char) unit);
        } else {
          json.append(String.format(Locale.ROOT, "\\u%04x", unit));
        }
      }
    }
  }
}
