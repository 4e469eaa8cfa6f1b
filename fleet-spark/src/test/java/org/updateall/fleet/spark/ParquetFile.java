package org.updateall.fleet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.updateall.domain.fleet.FleetRow;

/** Writes rows as a Parquet file without a Spark job, which would take longer than the rows. */
final class ParquetFile {

  private static final RecordTable<FleetRow> ROWS = new RecordTable<>(FleetRow.class);

  private ParquetFile() {}

  static void write(Path file, List<FleetRow> rows) {
    write(file, ROWS.schema(), rows.stream().map(ROWS::toRow).toList());
  }

  /**
   * @param schema of strings, numbers and instants
   */
  static void write(Path file, StructType schema, List<Row> rows) {
    MessageType type =
        new MessageType("rows", List.of(schema.fields()).stream().map(ParquetFile::type).toList());
    SimpleGroupFactory groups = new SimpleGroupFactory(type);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                HadoopOutputFile.fromPath(
                    new org.apache.hadoop.fs.Path(file.toUri()),
                    LocalSpark.session().sparkContext().hadoopConfiguration()))
            .withType(type)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (Row row : rows) {
        writer.write(group(row, schema, groups.newGroup()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Group group(Row row, StructType schema, Group group) {
    for (int i = 0; i < schema.size(); i++) {
      Object value = row.get(i);
      if (value instanceof String text) {
        group.add(i, text);
      } else if (value instanceof Integer number) {
        group.add(i, number.intValue());
      } else if (value instanceof Long number) {
        group.add(i, number.longValue());
      } else if (value instanceof Double number) {
        group.add(i, number.doubleValue());
      } else if (value instanceof Instant instant) {
        group.add(i, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
      }
    }
    return group;
  }

  private static Type type(StructField field) {
    if (field.dataType().equals(DataTypes.StringType)) {
      return Types.optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(field.name());
    }
    if (field.dataType().equals(DataTypes.TimestampType)) {
      return Types.optional(PrimitiveTypeName.INT64)
          .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
          .named(field.name());
    }
    if (field.dataType().equals(DataTypes.IntegerType)) {
      return Types.optional(PrimitiveTypeName.INT32).named(field.name());
    }
    return Types.optional(
            field.dataType().equals(DataTypes.LongType)
                ? PrimitiveTypeName.INT64
                : PrimitiveTypeName.DOUBLE)
        .named(field.name());
  }
}
