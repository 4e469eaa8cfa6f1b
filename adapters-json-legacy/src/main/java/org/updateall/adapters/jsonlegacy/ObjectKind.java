package org.updateall.adapters.jsonlegacy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of objects in a file: which of their fields are read, and which are read deeper. */
enum ObjectKind {
  RUN,
  PLUGIN,
  RUN_ADDITION,
  PLUGIN_ADDITION,
  STEP,
  ESTIMATE;

  private static final Map<ObjectKind, Map<String, ObjectKind>> LISTS =
      Map.of(
          RUN, Map.of(FieldNames.PLUGINS, PLUGIN),
          PLUGIN_ADDITION, Map.of(FieldNames.STEPS, STEP, FieldNames.ESTIMATES, ESTIMATE));

  private static final Map<ObjectKind, Map<String, ObjectKind>> OBJECTS =
      Map.of(
          RUN, Map.of(FieldNames.ADDITION, RUN_ADDITION),
          PLUGIN, Map.of(FieldNames.ADDITION, PLUGIN_ADDITION));

  boolean reads(String field) {
    return fields().contains(field);
  }

  private Set<String> fields() {
    return switch (this) {
      case RUN -> FieldNames.OF_RUNS;
      case PLUGIN -> FieldNames.OF_PLUGINS;
      case RUN_ADDITION -> FieldNames.OF_RUN_ADDITIONS;
      case PLUGIN_ADDITION -> FieldNames.OF_PLUGIN_ADDITIONS;
      case STEP -> FieldNames.OF_STEPS;
      case ESTIMATE -> FieldNames.OF_ESTIMATES;
    };
  }

  /** What the elements of that field are, if it holds a list that is read deeper. */
  @Nullable ObjectKind elementsOf(String field) {
    return LISTS.getOrDefault(this, Map.of()).get(field);
  }

  /** What that field is, if it holds an object that is read deeper. */
  @Nullable ObjectKind objectIn(String field) {
    return OBJECTS.getOrDefault(this, Map.of()).get(field);
  }
}
