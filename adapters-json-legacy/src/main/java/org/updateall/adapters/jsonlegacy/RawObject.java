package org.updateall.adapters.jsonlegacy;

import java.util.Map;

/**
 * An element of a list as it stands in the file, not yet judged.
 *
 * @param shape what it is, which need not be an object
 * @param fields its fields, where it is one; of a field written twice the last counts
 */
record RawObject(JsonValue shape, Map<String, JsonValue> fields) {

  JsonValue field(String name) {
    return JsonValue.in(fields, name);
  }
}
