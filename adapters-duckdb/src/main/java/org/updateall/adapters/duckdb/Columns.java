package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How values become columns and columns values, where the driver's own way would change them: an
 * instant is a TIMESTAMP of UTC, and a text that UTF-8 cannot hold is refused.
 */
final class Columns {

  private Columns() {}

  static void register(Jdbi jdbi) {
    jdbi.registerRowMapper(new RecordMappers());
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new TextArgument());
    jdbi.registerColumnMapper(Instant.class, new InstantColumn());
    jdbi.registerColumnMapper(LocalDateTime.class, new LocalColumn());
    jdbi.registerColumnMapper(new GenericType<List<Float>>() {}, new FloatsColumn());
  }

  static LocalDateTime toColumn(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  /** What a row holds in that column. */
  static @Nullable Object valueOf(Record row, RecordComponent column) {
    try {
      return column.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + column + " of a row", e);
    }
  }

  /**
   * @throws IllegalArgumentException if the text holds half a surrogate pair, which the driver
   *     would silently replace
   */
  static String wellFormed(String text) {
    if (!UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("a text to be stored holds half a surrogate pair");
    }
    return text;
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

    InstantArgument() {
      super(Types.TIMESTAMP);
    }

    @Override
    protected Argument build(Instant time, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, toColumn(time));
    }
  }

  private static final class TextArgument extends AbstractArgumentFactory<String> {

    TextArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
      String checked = wellFormed(text);
      return (position, statement, context) -> statement.setString(position, checked);
    }
  }

  private static final class InstantColumn implements ColumnMapper<Instant> {

    @Override
    @SuppressWarnings("NullAway") // a column mapper answers null for NULL
    public @Nullable Instant map(ResultSet row, int column, StatementContext context)
        throws SQLException {
      LocalDateTime time = row.getObject(column, LocalDateTime.class);
      return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
  }

  /** An array of numbers in single precision. */
  private static final class FloatsColumn implements ColumnMapper<List<Float>> {

    @Override
    public List<Float> map(ResultSet row, int column, StatementContext context)
        throws SQLException {
      Object[] values = (Object[]) row.getArray(column).getArray();
      return Arrays.stream(values).map(Float.class::cast).toList();
    }
  }

  /** A time without a zone, as it stands there; Jdbi's own way leads through the machine's zone. */
  private static final class LocalColumn implements ColumnMapper<LocalDateTime> {

    @Override
    @SuppressWarnings("NullAway") // a column mapper answers null for NULL
    public @Nullable LocalDateTime map(ResultSet row, int column, StatementContext context)
        throws SQLException {
      return row.getObject(column, LocalDateTime.class);
    }
  }
}
