package org.updateall.adapters.jsonlegacy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/**
 * What a record held that is not ours to change, and goes into the record that takes its place: its
 * id as it is written, and every field that is not read here.
 */
final class EarlierRecord {

  private static final Map<String, @Nullable Object> NOTHING = Map.of();

  private final Map<String, @Nullable Object> unread;
  private final Map<ExecutionId, Map<String, @Nullable Object>> unreadOfExecutions;
  private final @Nullable Object id;

  private EarlierRecord(
      @Nullable Object id,
      Map<String, @Nullable Object> unread,
      Map<ExecutionId, Map<String, @Nullable Object>> unreadOfExecutions) {
    this.id = id;
    this.unread = unread;
    this.unreadOfExecutions = unreadOfExecutions;
  }

  /** For a run that had no record. */
  static EarlierRecord none() {
    return new EarlierRecord(null, NOTHING, Map.of());
  }

  /**
   * @param json the record
   * @param run what it says
   */
  static EarlierRecord of(byte[] json, Run run) {
    List<Children.Child> fields = Children.of(json);
    Map<ExecutionId, Map<String, @Nullable Object>> ofExecutions = new HashMap<>();
    List<Children.Child> plugins = plugins(fields);
    for (int i = 0; i < plugins.size(); i++) {
      ofExecutions.put(
          run.executions().get(i).executionId(),
          unread(plugins.get(i).children(), ObjectKind.PLUGIN));
    }
    return new EarlierRecord(id(fields), unread(fields, ObjectKind.RUN), ofExecutions);
  }

  /** The id as it is written, if it tells anything. */
  @Nullable Object id() {
    return id;
  }

  Map<String, @Nullable Object> unread() {
    return unread;
  }

  Map<String, @Nullable Object> unread(PluginExecution execution) {
    return unreadOfExecutions.getOrDefault(execution.executionId(), NOTHING);
  }

  private static @Nullable Object id(List<Children.Child> fields) {
    return last(fields, FieldNames.ID)
        .filter(id -> !id.isNull())
        .map(id -> (Object) new PythonJson.Verbatim(id.text()))
        .orElse(null);
  }

  private static List<Children.Child> plugins(List<Children.Child> fields) {
    return last(fields, FieldNames.PLUGINS).map(Children.Child::children).orElse(List.of());
  }

  private static Optional<Children.Child> last(List<Children.Child> fields, String name) {
    Predicate<Children.Child> named = field -> Objects.equals(field.name(), name);
    return fields.stream().filter(named).reduce((earlier, later) -> later);
  }

  private static Map<String, @Nullable Object> unread(
      List<Children.Child> fields, ObjectKind kind) {
    Map<String, @Nullable Object> unread = new LinkedHashMap<>();
    for (Children.Child field : fields) {
      String name = Objects.requireNonNull(field.name(), "an object's field has a name");
      if (!kind.reads(name)) {
        unread.put(name, new PythonJson.Verbatim(field.text()));
      }
    }
    return unread;
  }
}
