package org.updateall.modeling.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.document.ValueReaders.ValueReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The components of a record, in their order, and how it is made of them. */
final class RecordShape {

  private final Constructor<?> constructor;
  private final String[] names;
  private final ValueReader[] readers;
  private final boolean[] optional;

  RecordShape(Class<?> type, ValueReaders values) {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = constructor(type, components);
    this.names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
    this.readers =
        Arrays.stream(components)
            .map(component -> values.of(component.getGenericType()))
            .toArray(ValueReader[]::new);
    this.optional = new boolean[components.length];
    for (int place = 0; place < components.length; place++) {
      optional[place] = components[place].getAccessor().isAnnotationPresent(JsonInclude.class);
    }
  }

  Object read(JsonParser parser) {
    ValueReaders.require(parser, JsonToken.START_OBJECT);
    parser.nextToken();
    return readRest(parser);
  }

  /** Reads from the first name on. */
  Object readRest(JsonParser parser) {
    @Nullable Object[] values = new @Nullable Object[names.length];
    boolean[] given = new boolean[names.length];
    while (parser.currentToken() != JsonToken.END_OBJECT) {
      int place = place(parser.currentName());
      requireOnce(given, place);
      parser.nextToken();
      values[place] = readers[place].read(parser);
      parser.nextToken();
    }
    for (int place = 0; place < names.length; place++) {
      if (!given[place] && !optional[place]) {
        throw new IllegalArgumentException("there is no " + names[place]);
      }
    }
    return made(values);
  }

  private int place(@Nullable String name) {
    for (int place = 0; place < names.length; place++) {
      if (names[place].equals(name)) {
        return place;
      }
    }
    throw new IllegalArgumentException("nothing is called " + name);
  }

  private void requireOnce(boolean[] given, int place) {
    if (given[place]) {
      throw new IllegalArgumentException(names[place] + " is given twice");
    }
    given[place] = true;
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its constructor", e);
    }
  }

  private Object made(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw new IllegalArgumentException(refused.getMessage(), refused);
      }
      throw new IllegalStateException("cannot make " + constructor, e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot make " + constructor, e);
    }
  }
}
