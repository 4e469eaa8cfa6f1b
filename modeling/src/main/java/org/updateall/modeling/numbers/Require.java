package org.updateall.modeling.numbers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of something kept must fulfil; an {@link IllegalArgumentException} says which does
 * not.
 */
public final class Require {

  private Require() {}

  public static void that(boolean allowed, String name, @Nullable Object value) {
    if (!allowed) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  public static void present(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  public static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  /** The list, unmodifiable, once it is known to be there and to hold finite numbers alone. */
  public static List<Double> allFinite(String name, @Nullable List<Double> values) {
    List<Double> whole = whole(name, values);
    for (double value : whole) {
      finite(name, value);
    }
    return whole;
  }

  /** The list, unmodifiable, once it is known to be there without gaps. */
  public static <T> List<T> whole(String name, @Nullable List<T> values) {
    if (values == null || hasGap(values)) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, values));
    }
    return List.copyOf(values);
  }

  private static boolean hasGap(List<?> values) {
    for (Object value : values) {
      if (value == null) {
        return true;
      }
    }
    return false;
  }
}
