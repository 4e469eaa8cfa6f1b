package org.updateall.modeling.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What reads values of each type. */
final class ValueReaders {

  /** Reads the value whose first token the parser is at, and leaves it at the last. */
  interface ValueReader {
    @Nullable Object read(JsonParser parser);
  }

  private final Map<Class<?>, NamedRecords> named;
  private final Map<Type, ValueReader> readers = new ConcurrentHashMap<>();
  private final Map<Class<?>, RecordShape> shapes = new ConcurrentHashMap<>();

  ValueReaders(Map<Class<?>, NamedRecords> named) {
    this.named = Map.copyOf(named);
  }

  /**
   * @throws IllegalArgumentException if no value is of such a type
   */
  ValueReader of(Type type) {
    ValueReader known = readers.get(type);
    if (known == null) {
      known = made(type);
      readers.put(type, known);
    }
    return known;
  }

  private ValueReader made(Type type) {
    if (type instanceof ParameterizedType of) {
      Type[] arguments = of.getActualTypeArguments();
      return unlessNull(
          of.getRawType() == Map.class
              ? map(key(arguments[0]), of(arguments[1]))
              : list(of(arguments[0])));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no value is a " + type);
    }
    if (plain.isPrimitive()) {
      return Scalars.primitive(plain);
    }
    return unlessNull(ofClass(plain));
  }

  private ValueReader ofClass(Class<?> type) {
    NamedRecords choice = named.get(type);
    if (choice != null) {
      return named(choice);
    }
    if (type.isRecord()) {
      return shape(type)::read;
    }
    return type.isEnum() ? parser -> constant(type, Scalars.text(parser)) : Scalars.boxed(type);
  }

  private RecordShape shape(Class<?> type) {
    RecordShape known = shapes.get(type);
    if (known == null) {
      known = new RecordShape(type, this);
      shapes.put(type, known);
    }
    return known;
  }

  private static ValueReader unlessNull(ValueReader reader) {
    return parser -> parser.currentToken() == JsonToken.VALUE_NULL ? null : reader.read(parser);
  }

  private static ValueReader list(ValueReader element) {
    return parser -> {
      require(parser, JsonToken.START_ARRAY);
      List<@Nullable Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(element.read(parser));
      }
      return elements;
    };
  }

  private interface Key {
    Object of(String name);
  }

  private static Key key(Type type) {
    return type instanceof Class<?> plain && plain.isEnum()
        ? name -> constant(plain, name)
        : name -> name;
  }

  private static ValueReader map(Key key, ValueReader value) {
    return parser -> {
      require(parser, JsonToken.START_OBJECT);
      Map<Object, @Nullable Object> values = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Object name = key.of(parser.currentName());
        parser.nextToken();
        values.put(name, value.read(parser));
      }
      return values;
    };
  }

  private ValueReader named(NamedRecords choice) {
    return parser -> {
      require(parser, JsonToken.START_OBJECT);
      if (parser.nextToken() != JsonToken.PROPERTY_NAME
          || !parser.currentName().equals(choice.property())) {
        throw new IllegalArgumentException("the first property is not " + choice.property());
      }
      parser.nextToken();
      String name = Scalars.text(parser);
      Class<?> type = choice.types().get(name);
      if (type == null) {
        throw new IllegalArgumentException("there is no %s %s".formatted(choice.property(), name));
      }
      parser.nextToken();
      return shape(type).readRest(parser);
    };
  }

  private static Object constant(Class<?> type, String name) {
    for (Object each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("there is no %s %s".formatted(type.getSimpleName(), name));
  }

  /**
   * @throws IllegalArgumentException if the parser is at another token
   */
  static void require(JsonParser parser, JsonToken expected) {
    if (parser.currentToken() != expected) {
      throw new IllegalArgumentException(
          "%s is %s, not %s"
              .formatted(
                  parser.streamReadContext().pathAsPointer(), parser.currentToken(), expected));
    }
  }
}
