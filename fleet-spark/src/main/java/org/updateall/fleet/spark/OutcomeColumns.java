package org.updateall.fleet.spark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;

/** Takes the columns of {@link FleetRow} out of a row of a Parquet file. */
final class OutcomeColumns {

  private final Group row;
  private final GroupType schema;

  OutcomeColumns(Group row) {
    this.row = row;
    this.schema = row.getType();
  }

  /**
   * The version of the table that the row names.
   *
   * @throws UnfitFile if it names none
   */
  int format() {
    return integer("format");
  }

  /**
   * The execution.
   *
   * @throws UnfitFile if a column is missing, is empty without being allowed to, or is of another
   *     type
   */
  FleetRow toFleetRow() {
    return new FleetRow(
        format(),
        text("host"),
        text("operating_system"),
        text("size_class"),
        text("plugin_name"),
        text("execution_id"),
        text("run_id"),
        instant("started_at"),
        text("status"),
        text("coverage"),
        decimal("wall_clock_seconds"),
        decimal("cpu_seconds"),
        whole("memory_peak_bytes"),
        whole("download_size_bytes"),
        decimal("install_seconds"),
        count("packages_updated"),
        count("packages_total"),
        whole("announced_download_bytes"),
        decimal("announced_cpu_seconds"),
        decimal("announced_wall_clock_seconds"),
        whole("announced_memory_bytes"),
        count("announced_packages"));
  }

  private int integer(String name) {
    Integer value = count(name);
    if (value == null) {
      throw empty(name);
    }
    return value;
  }

  private @Nullable Integer count(String name) {
    Long value = whole(name);
    return value == null ? null : Integer.valueOf(Math.toIntExact(value));
  }

  private @Nullable Long whole(String name) {
    if (isEmpty(name)) {
      return null;
    }
    return switch (typeOf(name).getPrimitiveTypeName()) {
      case INT32 -> Long.valueOf(row.getInteger(name, 0));
      case INT64 -> row.getLong(name, 0);
      default -> throw otherType(name);
    };
  }

  private @Nullable Double decimal(String name) {
    if (isEmpty(name)) {
      return null;
    }
    return switch (typeOf(name).getPrimitiveTypeName()) {
      case DOUBLE -> row.getDouble(name, 0);
      case FLOAT -> Double.valueOf(row.getFloat(name, 0));
      default -> throw otherType(name);
    };
  }

  private String text(String name) {
    if (isEmpty(name)) {
      throw empty(name);
    }
    if (typeOf(name).getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
      throw otherType(name);
    }
    return row.getString(name, 0);
  }

  private Instant instant(String name) {
    Long value = whole(name);
    if (value == null) {
      throw empty(name);
    }
    LogicalTypeAnnotation annotation = typeOf(name).getLogicalTypeAnnotation();
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      return Instant.EPOCH.plus(value, unit(timestamp));
    }
    throw otherType(name);
  }

  private static ChronoUnit unit(TimestampLogicalTypeAnnotation timestamp) {
    return switch (timestamp.getUnit()) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private boolean isEmpty(String name) {
    if (!schema.containsField(name)) {
      throw new UnfitFile("it has no column " + name);
    }
    return row.getFieldRepetitionCount(name) == 0;
  }

  private PrimitiveType typeOf(String name) {
    if (!schema.getType(name).isPrimitive()) {
      throw otherType(name);
    }
    return schema.getType(name).asPrimitiveType();
  }

  private static UnfitFile empty(String name) {
    return new UnfitFile("its column %s is empty".formatted(name));
  }

  private UnfitFile otherType(String name) {
    return new UnfitFile(
        "its column %s is of another type: %s".formatted(name, schema.getType(name)));
  }
}
