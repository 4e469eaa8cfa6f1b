package org.updateall.adapters.jsonlegacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a list as it stands in the file, not yet judged.
 *
 * @param shape what it is, which need not be an object
 * @param fields its fields, where it is one; of a field written twice the last counts
 * @param parts what its fields hold that are read deeper: the elements of a list, or one object
 * @param stranger one of its fields whose name is not known here
 */
record RawObject(
    JsonValue shape,
    Map<String, JsonValue> fields,
    Map<String, List<RawObject>> parts,
    @Nullable String stranger) {

  /** What is not an object, and has no fields. */
  static RawObject without(JsonValue shape) {
    return new RawObject(shape, Map.of(), Map.of(), null);
  }

  JsonValue field(String name) {
    return JsonValue.in(fields, name);
  }

  /** What that field holds, where it is read deeper; else nothing. */
  List<RawObject> parts(String name) {
    return parts.getOrDefault(name, List.of());
  }
}
