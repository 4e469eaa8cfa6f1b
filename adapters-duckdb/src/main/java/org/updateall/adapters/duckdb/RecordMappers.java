package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes any record of a row: each component of the column of its name, where {@code startedAt} is
 * {@code started_at}; one that may be null and has no column is null; one that is a record itself
 * is made of the same row. Jdbi's own mapper by constructors does the same through method handles,
 * which take a tenth of a second to make ready at every start of the program, and asks for a module
 * of the desktop.
 */
final class RecordMappers implements RowMapperFactory {

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    return type instanceof Class<?> row && row.isRecord()
        ? Optional.of(new RecordMapper(row))
        : Optional.empty();
  }

  /** Where a component's value comes from. */
  private interface Source {
    @Nullable Object read(ResultSet row, StatementContext context) throws SQLException;
  }

  private static final class RecordMapper implements RowMapper<Object> {

    private final Class<?> type;

    RecordMapper(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object map(ResultSet row, StatementContext context) throws SQLException {
      return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<Object> specialize(ResultSet row, StatementContext context)
        throws SQLException {
      Source record = record(type, columns(row.getMetaData()), context);
      return (each, eachContext) -> made(record.read(each, eachContext));
    }

    private static Object made(@Nullable Object record) {
      return requireNonNull(record);
    }
  }

  private static Map<String, Integer> columns(ResultSetMetaData row) throws SQLException {
    Map<String, Integer> columns = new HashMap<>();
    for (int column = 1; column <= row.getColumnCount(); column++) {
      columns.putIfAbsent(plain(row.getColumnLabel(column)), column);
    }
    return columns;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Source record(
      Class<?> type, Map<String, Integer> columns, StatementContext context) {
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> constructor = constructor(type, components);
    List<Source> sources =
        Arrays.stream(components).map(each -> component(each, columns, context)).toList();
    return (row, rowContext) -> {
      @Nullable Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = sources.get(i).read(row, rowContext);
      }
      return made(constructor, values);
    };
  }

  private static Source component(
      RecordComponent component, Map<String, Integer> columns, StatementContext context) {
    if (component.getType().isRecord()) {
      return record(component.getType(), columns, context);
    }
    Integer column = columns.get(plain(component.getName()));
    if (column != null) {
      int number = column;
      ColumnMapper<?> mapper =
          context
              .findColumnMapperFor(component.getGenericType())
              .orElseThrow(() -> new IllegalArgumentException("no column can be " + component));
      return (row, rowContext) -> mapper.map(row, number, rowContext);
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return (row, rowContext) -> null;
    }
    throw new IllegalArgumentException("there is no column for " + component);
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its constructor", e);
    }
  }

  /**
   * @throws IllegalArgumentException or what else the record has against the values
   */
  private static Object made(Constructor<?> constructor, @Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot make " + constructor, e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot make " + constructor, e);
    }
  }
}
