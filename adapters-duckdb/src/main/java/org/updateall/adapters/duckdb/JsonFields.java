package org.updateall.adapters.duckdb;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, each taken for what it must be. What is missing or null is absent.
 * Every failure is an {@link IllegalArgumentException} that begins with the place in the document.
 */
final class JsonFields {

  private final JsonNode object;
  private final String place;
  private final Set<String> taken = new HashSet<>();

  private JsonFields(JsonNode object, String place) {
    this.object = object;
    this.place = place;
  }

  /**
   * Makes something of an object, all of whose fields must be wanted.
   *
   * @param place what failures begin with, such as {@code plugins[2]}; empty for the whole document
   */
  static <T> T read(JsonNode node, String place, Function<JsonFields, T> maker) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(at(place) + "is no object");
    }
    JsonFields fields = new JsonFields(node, place);
    T made;
    try {
      made = maker.apply(fields);
    } catch (Misread e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new Misread(at(place) + e.getMessage(), e);
    }
    fields.refuseOthers();
    return made;
  }

  /** A failure that already names its place. */
  private static final class Misread extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Misread(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  String text(String name) {
    return required(name, optionalText(name));
  }

  @Nullable String optionalText(String name) {
    JsonNode value = value(name);
    return value == null ? null : checked(name, value.isString(), value, "a text").stringValue();
  }

  UUID uuid(String name) {
    String text = text(name);
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
      throw fault(name, "is no UUID: " + text, null);
    } catch (Misread e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw fault(name, "is no UUID: " + text, e);
    }
  }

  Instant time(String name) {
    return required(name, optionalTime(name));
  }

  /** An instant in the form of ISO 8601, with its zone. */
  @Nullable Instant optionalTime(String name) {
    String text = optionalText(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw fault(name, "is no time with a zone: " + text, e);
    }
  }

  int integer(String name) {
    return required(name, optionalInteger(name));
  }

  @Nullable Integer optionalInteger(String name) {
    JsonNode value = value(name);
    return value == null
        ? null
        : (Integer)
            checked(name, value.isIntegralNumber() && value.canConvertToInt(), value, "an integer")
                .intValue();
  }

  @Nullable Long optionalLong(String name) {
    JsonNode value = value(name);
    return value == null
        ? null
        : (Long)
            checked(name, value.isIntegralNumber() && value.canConvertToLong(), value, "an integer")
                .longValue();
  }

  long longInteger(String name) {
    return required(name, optionalLong(name));
  }

  @Nullable Double optionalDouble(String name) {
    JsonNode value = value(name);
    return value == null
        ? null
        : (Double) checked(name, value.isNumber(), value, "a number").doubleValue();
  }

  @Nullable Boolean optionalTruth(String name) {
    JsonNode value = value(name);
    return value == null
        ? null
        : (Boolean) checked(name, value.isBoolean(), value, "true or false").booleanValue();
  }

  double number(String name) {
    return required(name, optionalDouble(name));
  }

  /** The numbers of a list; none if the list is absent. */
  List<Double> numbers(String name) {
    JsonNode value = value(name);
    List<Double> numbers = new ArrayList<>();
    if (value != null) {
      for (JsonNode element : checked(name, value.isArray(), value, "a list")) {
        numbers.add(checked(name, element.isNumber(), element, "a number").doubleValue());
      }
    }
    return numbers;
  }

  /** What is made of an object, which must be there. */
  <T> T object(String name, Function<JsonFields, T> maker) {
    return read(required(name, value(name)), within(name), maker);
  }

  /** The elements of a list, each made of an object; none if the list is absent. */
  <T> List<T> list(String name, Function<JsonFields, T> maker) {
    JsonNode value = value(name);
    List<T> made = new ArrayList<>();
    if (value != null) {
      for (JsonNode element : checked(name, value.isArray(), value, "a list")) {
        String which = "%s[%d]".formatted(name, made.size());
        made.add(read(element, within(which), maker));
      }
    }
    return made;
  }

  private String within(String part) {
    return place.isEmpty() ? part : place + "." + part;
  }

  private @Nullable JsonNode value(String name) {
    taken.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw fault(name, "is missing", null);
    }
    return value;
  }

  private JsonNode checked(String name, boolean fits, JsonNode value, String kind) {
    if (!fits) {
      throw fault(name, "is not %s: %s".formatted(kind, excerpt(value)), null);
    }
    return value;
  }

  private void refuseOthers() {
    for (String name : object.propertyNames()) {
      if (!taken.contains(name)) {
        throw fault(name, "is not known here", null);
      }
    }
  }

  private Misread fault(String name, String what, @Nullable Throwable cause) {
    return new Misread("%s%s %s".formatted(at(place), name, what), cause);
  }

  private static String excerpt(JsonNode value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static String at(String place) {
    return place.isEmpty() ? "" : place + ": ";
  }
}
