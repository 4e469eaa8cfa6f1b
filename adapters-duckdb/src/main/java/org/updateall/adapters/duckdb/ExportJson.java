package org.updateall.adapters.duckdb;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** How the JSON of exports is read and written: strictly, and within limits. */
final class ExportJson {

  static final int MAX_TEXT_LENGTH = 16_000_000;

  private static final int MAX_DEPTH = 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_LENGTH)
                  .build())
          .build();

  private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

  /** Reads one value out of many. */
  private static final ObjectReader READER =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ExportJson() {}

  static JsonParser parser(InputStream bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /** A document of one value. */
  static JsonNode tree(byte[] document) {
    return MAPPER.readTree(document);
  }

  /** The value at which the parser stands. */
  static JsonNode tree(JsonParser parser) {
    return READER.readTree(parser);
  }

  static <R extends Record> void write(ExportTable<R> table, R row, JsonGenerator json) {
    json.writeStartObject();
    for (ExportColumn column : table.columns()) {
      write(column, Columns.valueOf(row, column.component()), json);
    }
    json.writeEndObject();
  }

  /**
   * @throws IllegalArgumentException if it is no such row; the message says why
   */
  static <R extends Record> R read(ExportTable<R> table, JsonNode document) {
    return JsonFields.read(
        document,
        "",
        fields ->
            table.row(table.columns().stream().map(column -> value(column, fields)).toArray()));
  }

  private static void write(ExportColumn column, @Nullable Object value, JsonGenerator json) {
    if (value instanceof Integer number) {
      json.writeNumberProperty(column.name(), number);
    } else if (value instanceof Long number) {
      json.writeNumberProperty(column.name(), number);
    } else if (value instanceof Double number) {
      json.writeNumberProperty(column.name(), number);
    } else if (value instanceof Boolean truth) {
      json.writeBooleanProperty(column.name(), truth);
    } else if (value != null) {
      json.writeStringProperty(column.name(), value.toString());
    }
  }

  private static @Nullable Object value(ExportColumn column, JsonFields fields) {
    return switch (column.type()) {
      case IDENTITY -> fields.uuid(column.name());
      case TIME -> (@Nullable Instant) fields.optionalTime(column.name());
      case TEXT -> fields.optionalText(column.name());
      case INTEGER -> fields.optionalInteger(column.name());
      case LONG -> fields.optionalLong(column.name());
      case DOUBLE -> fields.optionalDouble(column.name());
      case TRUTH, NUMBERS ->
          throw new IllegalStateException("no export holds such a value: " + column.name());
    };
  }
}
