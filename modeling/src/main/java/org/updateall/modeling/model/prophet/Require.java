package org.updateall.modeling.model.prophet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of a stored model must fulfil. */
final class Require {

  private Require() {}

  static void that(boolean allowed, String name, Object value) {
    if (!allowed) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  static void present(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static void finite(String name, double value) {
    that(Double.isFinite(value), name, value);
  }

  /** The list, unmodifiable, once it is known to be there and to hold finite numbers alone. */
  static List<Double> allFinite(String name, List<Double> values) {
    List<Double> whole = whole(name, values);
    whole.forEach(value -> finite(name, value));
    return whole;
  }

  /** The list, unmodifiable, once it is known to be there without gaps. */
  static <T> List<T> whole(String name, @Nullable List<T> values) {
    if (values == null || values.stream().anyMatch(element -> element == null)) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, values));
    }
    return List.copyOf(values);
  }
}
