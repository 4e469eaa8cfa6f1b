package org.updateall.adapters.jsonlegacy;

import java.util.Map;

/**
 * A JSON value as far as a field needs to know it: its kind, and the text of a text, a number or a
 * truth value as it stands in the file. What lists and objects hold is left out.
 */
record JsonValue(Kind kind, String text) {

  enum Kind {
    ABSENT,
    NULL,
    TEXT,
    NUMBER,
    BOOLEAN,
    OBJECT,
    LIST
  }

  static final JsonValue ABSENT = new JsonValue(Kind.ABSENT, "");
  static final JsonValue NULL = new JsonValue(Kind.NULL, "null");
  static final JsonValue OBJECT = new JsonValue(Kind.OBJECT, "");
  static final JsonValue LIST = new JsonValue(Kind.LIST, "");

  /** The value of a field, {@link #ABSENT} where the object has no such field. */
  static JsonValue in(Map<String, JsonValue> fields, String name) {
    return fields.getOrDefault(name, ABSENT);
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  boolean isList() {
    return kind == Kind.LIST;
  }

  /** Whether the field is missing or null. */
  boolean isNothing() {
    return kind == Kind.ABSENT || kind == Kind.NULL;
  }

  /** What it is, to follow "is". */
  String description() {
    return switch (kind) {
      case ABSENT -> "nothing";
      case NULL -> "null";
      case TEXT -> "the text " + Excerpt.quoted(text);
      case NUMBER -> "the number " + Excerpt.of(text);
      case BOOLEAN -> text;
      case OBJECT -> "an object";
      case LIST -> "a list";
    };
  }
}
