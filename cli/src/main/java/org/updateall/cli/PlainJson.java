package org.updateall.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON of maps, lists, texts, usual numbers and truth values, as Jackson's databind writes it too,
 * which takes far longer to make itself ready.
 */
final class PlainJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private PlainJson() {}

  /** Whether nothing else is in it. */
  static boolean isPlain(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().allMatch(String.class::isInstance)
          && map.values().stream().allMatch(PlainJson::isPlain);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(PlainJson::isPlain);
    }
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof BigDecimal;
  }

  /**
   * @throws IllegalArgumentException if it is not plain
   */
  static String write(Object document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), text)) {
      write(generator, document);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      map.forEach(
          (name, each) -> {
            generator.writeName((String) name);
            write(generator, each);
          });
      generator.writeEndObject();
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      list.forEach(each -> write(generator, each));
      generator.writeEndArray();
    } else {
      writeScalar(generator, value);
    }
  }

  private static void writeScalar(JsonGenerator generator, @Nullable Object value) {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof Integer number) {
      generator.writeNumber(number.intValue());
    } else if (value instanceof Long number) {
      generator.writeNumber(number.longValue());
    } else if (value instanceof Double number) {
      generator.writeNumber(number.doubleValue());
    } else if (value instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else {
      throw new IllegalArgumentException("not plain: " + value.getClass());
    }
  }

  /** A line for each entry of an object. */
  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }

    @Override
    public int getStreamWriteFeatures(int defaults) {
      return defaults | StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.getMask();
    }
  }
}
