package org.updateall.adapters.duckdb;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.exchange.ExchangeFormat;

/**
 * A table of an export: its name, and its columns as the components of its rows name them.
 *
 * @param <R> the type of its rows
 */
final class ExportTable<R extends Record> {

  static final ExportTable<RunRow> RUNS = new ExportTable<>("runs", RunRow.class);
  static final ExportTable<ExecutionRow> EXECUTIONS =
      new ExportTable<>("plugin_executions", ExecutionRow.class);
  static final ExportTable<StepRow> STEPS = new ExportTable<>("step_metrics", StepRow.class);
  static final ExportTable<EstimateRow> ESTIMATES =
      new ExportTable<>("estimates", EstimateRow.class);
  static final ExportTable<ModelRow> MODELS = new ExportTable<>("models", ModelRow.class);

  private final String name;
  private final Class<R> type;
  private final List<ExportColumn> columns;
  private final Constructor<R> constructor;

  ExportTable(String name, Class<R> type) {
    this.name = name;
    this.type = type;
    this.columns = Arrays.stream(type.getRecordComponents()).map(ExportColumn::of).toList();
    this.constructor = constructor(type);
  }

  /** Every table that an export has. */
  static List<ExportTable<?>> all() {
    return List.of(RUNS, EXECUTIONS, STEPS, ESTIMATES, MODELS);
  }

  String name() {
    return name;
  }

  Class<R> type() {
    return type;
  }

  List<ExportColumn> columns() {
    return columns;
  }

  List<String> columnNames() {
    return columns.stream().map(ExportColumn::name).toList();
  }

  /**
   * Whether a file that names its columns so holds rows of this table: all its columns, or all but
   * the last of them, which earlier versions did not have and a row may lack.
   *
   * @param names something of each column of the file, in their order
   * @param part the same of a column of this table
   */
  boolean isWrittenAs(List<? extends @Nullable String> names, Function<ExportColumn, String> part) {
    int known = Math.min(names.size(), columns.size());
    return names.equals(columns.subList(0, known).stream().map(part).toList())
        && columns.subList(known, columns.size()).stream().noneMatch(ExportColumn::required);
  }

  String fileName(ExchangeFormat format) {
    return name + "." + format.wireName();
  }

  /** Something of each column, in the order of the columns, joined with commas. */
  String joined(Function<ExportColumn, String> part) {
    return joined(columns.size(), part);
  }

  /** Something of each of the first columns, in their order, joined with commas. */
  String joined(int number, Function<ExportColumn, String> part) {
    return columns.stream().limit(number).map(part).collect(Collectors.joining(", "));
  }

  /**
   * The row with these values, one for each column.
   *
   * @throws IllegalArgumentException if a value that every row has is missing
   */
  R row(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && columns.get(i).required()) {
        throw new IllegalArgumentException(columns.get(i).name() + " is empty");
      }
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a row of " + name, unwrapped(e));
    }
  }

  private static Throwable unwrapped(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
  }

  private static <R extends Record> Constructor<R> constructor(Class<R> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its canonical constructor", e);
    }
  }
}
