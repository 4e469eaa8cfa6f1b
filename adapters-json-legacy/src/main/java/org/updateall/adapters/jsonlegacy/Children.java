package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The values within an object or a list as they are written, down to the last blank; what stands
 * between them is left out.
 */
final class Children {

  private final byte[] json;
  private final JsonParser parser;
  private final List<Child> found = new ArrayList<>();
  private @Nullable String name;
  private int start = -1;

  /** A value, and the name of its field if it has one. */
  record Child(@Nullable String name, String text) {

    boolean isNull() {
      return text.equals("null");
    }

    List<Child> children() {
      return of(text.getBytes(UTF_8));
    }
  }

  private Children(byte[] json) {
    this.json = json;
    this.parser = RecordStream.JSON.createParser(ObjectReadContext.empty(), json);
  }

  /** The children of an object or a list that was read before, and so is known to be sound. */
  static List<Child> of(byte[] json) {
    Children children = new Children(json);
    try (children.parser) {
      children.read();
    }
    return children.found;
  }

  /** The bytes before that place without the blanks and the comma that end a value. */
  static int end(byte[] json, int bound) {
    int end = bound;
    while (" \t\r\n,".indexOf(json[end - 1]) >= 0) {
      end--;
    }
    return end;
  }

  private void read() {
    parser.nextToken();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      finishPrevious();
      if (token == JsonToken.PROPERTY_NAME) {
        name = parser.currentName();
        parser.nextToken();
      }
      start = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
    }
  }

  /** A value ends where the next token begins. */
  private void finishPrevious() {
    if (start >= 0) {
      int bound = (int) parser.currentTokenLocation().getByteOffset();
      found.add(new Child(name, new String(json, start, end(json, bound) - start, UTF_8)));
    }
  }
}
