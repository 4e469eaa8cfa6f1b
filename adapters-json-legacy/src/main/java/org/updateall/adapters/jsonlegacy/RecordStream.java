package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The records of a file, one at a time; memory does not grow with the file. Numbers stay the text
 * that they are, so that {@code 1e999999999} costs nothing and {@code NaN} spoils one record only.
 */
final class RecordStream implements Closeable {

  /** No list is longer than this; of one that is, one more is kept, to tell it by. */
  static final int MAX_ELEMENTS = 10_000;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_TEXT_LENGTH = 16_000_000;
  private static final int MAX_NUMBER_LENGTH = 1_000_000;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_LENGTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private final HistoryBytes bytes;
  private final JsonParser parser;
  private int number;
  private boolean listHasEnded;
  private long endOffset;

  private RecordStream(HistoryBytes bytes) {
    this.bytes = bytes;
    this.parser = JSON.createParser(ObjectReadContext.empty(), bytes);
  }

  /**
   * @throws BrokenFileException if it does not begin as a list of runs
   * @throws IOException if it cannot be read
   */
  static RecordStream open(Path file) throws IOException {
    return of(HistoryBytes.open(file));
  }

  /**
   * @throws BrokenFileException if they do not begin as a list of runs
   */
  static RecordStream of(byte[] bytes) throws IOException {
    return of(HistoryBytes.of(new ByteArrayInputStream(bytes)));
  }

  private static RecordStream of(HistoryBytes bytes) throws IOException {
    RecordStream records = new RecordStream(bytes);
    try {
      records.begin();
      return records;
    } catch (IOException | RuntimeException failure) {
      records.close();
      throw failure;
    }
  }

  /**
   * The next record; none when the file has been read to its last byte.
   *
   * @throws BrokenFileException if it is not an old history from here on
   */
  Option<RawRecord> next() throws IOException {
    try {
      return parser.nextToken() == JsonToken.END_ARRAY ? end() : Option.some(record());
    } catch (JacksonException fault) {
      throw translated(fault);
    }
  }

  /** How many bytes stand before the end of the list; to be asked for after the last record. */
  long endOffset() {
    return endOffset;
  }

  /** The size of the file; to be asked for after the last record. */
  long size() {
    return bytes.size();
  }

  /** The digest of the file; to be asked for once, after the last record. */
  String sha256() {
    return bytes.sha256();
  }

  @Override
  public void close() throws IOException {
    try (bytes) {
      parser.close();
    }
  }

  private void begin() throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw Faults.empty();
      }
      if (first != JsonToken.START_ARRAY) {
        throw Faults.notAList(tokenOffset(), value(first));
      }
    } catch (JacksonException fault) {
      throw translated(fault);
    }
  }

  private Option<RawRecord> end() throws IOException {
    listHasEnded = true;
    endOffset = tokenOffset();
    if (parser.nextToken() != null) {
      throw Faults.trailing(tokenOffset());
    }
    return Option.none();
  }

  private IOException translated(JacksonException fault) {
    IOException told = Faults.from(fault, bytes.size(), offset(fault));
    return listHasEnded && told instanceof BrokenFileException broken
        ? Faults.trailing(broken.offset())
        : told;
  }

  /** Where the parser says it was; where it does not say, how far it has come. */
  private long offset(JacksonException fault) {
    TokenStreamLocation told = fault.getLocation();
    return offset(told == null ? parser.currentLocation() : told);
  }

  private long tokenOffset() {
    return offset(parser.currentTokenLocation());
  }

  private long offset(TokenStreamLocation location) {
    return Math.max(0, location.getByteOffset()) + bytes.markBytes();
  }

  private RawRecord record() {
    number++;
    long line = parser.currentTokenLocation().getLineNr();
    return new RawRecord(number, line, tokenOffset(), object(ObjectKind.RUN));
  }

  /** The value at hand, which is to be an object of that kind. */
  private RawObject object(ObjectKind kind) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return RawObject.without(value(parser.currentToken()));
    }
    Map<String, JsonValue> fields = new HashMap<>();
    Map<String, List<RawObject>> parts = new HashMap<>();
    String stranger = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (kind.reads(name)) {
        readField(kind, name, fields, parts);
      } else {
        stranger = name;
        parser.skipChildren();
      }
    }
    return new RawObject(JsonValue.OBJECT, fields, parts, stranger);
  }

  private void readField(
      ObjectKind kind,
      String name,
      Map<String, JsonValue> fields,
      Map<String, List<RawObject>> parts) {
    ObjectKind elements = kind.elementsOf(name);
    ObjectKind deeper = kind.objectIn(name);
    if (elements != null && parser.currentToken() == JsonToken.START_ARRAY) {
      parts.put(name, elements(elements));
      fields.put(name, JsonValue.LIST);
    } else if (deeper != null && parser.currentToken() == JsonToken.START_OBJECT) {
      parts.put(name, List.of(object(deeper)));
      fields.put(name, JsonValue.OBJECT);
    } else {
      parts.remove(name);
      fields.put(name, value(parser.currentToken()));
    }
  }

  private List<RawObject> elements(ObjectKind kind) {
    List<RawObject> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      RawObject element = object(kind);
      if (elements.size() <= MAX_ELEMENTS) {
        elements.add(element);
      }
    }
    return elements;
  }

  private JsonValue value(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> new JsonValue(JsonValue.Kind.TEXT, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonValue(JsonValue.Kind.NUMBER, parser.getString());
      case VALUE_TRUE -> new JsonValue(JsonValue.Kind.BOOLEAN, "true");
      case VALUE_FALSE -> new JsonValue(JsonValue.Kind.BOOLEAN, "false");
      case VALUE_NULL -> JsonValue.NULL;
      case START_ARRAY -> skipped(JsonValue.LIST);
      case START_OBJECT -> skipped(JsonValue.OBJECT);
      case END_ARRAY, END_OBJECT, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a value cannot begin with " + token);
    };
  }

  private JsonValue skipped(JsonValue value) {
    parser.skipChildren();
    return value;
  }
}
