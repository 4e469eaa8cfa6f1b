package org.updateall.fleet.spark;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A record as Spark has it: its components are the columns, in their order, with names in snake
 * case. Lists are lists of doubles.
 *
 * @param type which record
 */
record RecordTable<T extends Record>(Class<T> type) implements Serializable {

  private static final Map<Class<?>, DataType> TYPES =
      Map.of(
          String.class, DataTypes.StringType,
          int.class, DataTypes.IntegerType,
          Integer.class, DataTypes.IntegerType,
          long.class, DataTypes.LongType,
          Long.class, DataTypes.LongType,
          double.class, DataTypes.DoubleType,
          Double.class, DataTypes.DoubleType,
          Instant.class, DataTypes.TimestampType,
          List.class, DataTypes.createArrayType(DataTypes.DoubleType, false));

  /** What is found out by reflection, once for each record. */
  private record Shape(List<RecordComponent> components, Constructor<?> constructor) {

    private static final ClassValue<Shape> OF =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
              return new Shape(List.of(components), type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
              throw new IllegalStateException("every record has such a constructor", e);
            }
          }
        };
  }

  /** Its columns. */
  StructType schema() {
    return DataTypes.createStructType(
        Arrays.stream(type.getRecordComponents()).map(RecordTable::column).toList());
  }

  Encoder<Row> encoder() {
    return Encoders.row(schema());
  }

  Row toRow(T whole) {
    List<RecordComponent> components = Shape.OF.get(type).components();
    @Nullable Object[] values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = called(components.get(i), whole);
      values[i] = value instanceof List<?> list ? list.toArray(new Double[0]) : value;
    }
    return RowFactory.create(values);
  }

  /**
   * @param row with all columns, in their order
   */
  T fromRow(Row row) {
    Shape shape = Shape.OF.get(type);
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      boolean isList = shape.components().get(i).getType() == List.class;
      values[i] = isList ? row.<Double>getList(i) : row.get(i);
    }
    try {
      return type.cast(shape.constructor().newInstance(values));
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of this package or a public one", e);
    }
  }

  /** The name of a component as a column has it. */
  static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static StructField column(RecordComponent component) {
    DataType type = TYPES.get(component.getType());
    if (type == null) {
      throw new IllegalArgumentException("no column holds a " + component.getType());
    }
    return DataTypes.createStructField(snakeCase(component.getName()), type, true);
  }

  private static @Nullable Object called(RecordComponent component, Object whole) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of this package or a public one", e);
    }
  }

  private static RuntimeException unchecked(InvocationTargetException e) {
    Throwable cause = e.getTargetException();
    return cause instanceof RuntimeException runtime
        ? runtime
        : new UndeclaredThrowableException(cause);
  }
}
