package org.updateall.modeling.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads records from JSON objects that name exactly their components, in any order. A component is
 * a number, a truth value, a text, an enum constant, a record, a list, a map, or an interface of
 * which a {@link NamedRecords} knows the records; any but the numbers and truth values that are no
 * objects may be null, which is for the record to refuse. One that is marked with {@link
 * JsonInclude}, since it is not written where it is absent, may be missing. A number that is not
 * finite is a text, such as {@code "NaN"}. Safe for use by several threads.
 *
 * <p>Jackson's databind reads the same, but makes itself ready through method handles, which at
 * each start of the program takes several times as long as the reading.
 */
public final class RecordReader<T extends Record> {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Class<T> type;
  private final ValueReaders readers;

  /**
   * @param named the records of each interface that occurs
   */
  public RecordReader(Class<T> type, Map<Class<?>, NamedRecords> named) {
    this.type = type;
    this.readers = new ValueReaders(named);
  }

  /**
   * @throws JacksonException if it is no JSON
   * @throws IllegalArgumentException if it is not of that record, with the reason
   */
  public T read(String json) {
    try (JsonParser parser = parser(json)) {
      return read(parser);
    }
  }

  /**
   * @throws JacksonException if it is no JSON
   * @throws IllegalArgumentException if it is not of that record, with the reason
   */
  public T read(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      return read(parser);
    }
  }

  private T read(JsonParser parser) {
    parser.nextToken();
    @Nullable Object value = readers.of(type).read(parser);
    if (value == null || parser.nextToken() != null) {
      throw new IllegalArgumentException("it is not one object alone");
    }
    return type.cast(value);
  }

  /**
   * The whole number of that name in an object, whatever else is in it; 0 if there is none.
   *
   * @throws JacksonException if what comes before it is no JSON
   */
  public static int number(String json, String name) {
    try (JsonParser parser = parser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return 0;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean meant = parser.currentName().equals(name);
        JsonToken token = parser.nextToken();
        if (meant) {
          return token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
        }
        parser.skipChildren();
      }
      return 0;
    }
  }

  private static JsonParser parser(String json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }
}
