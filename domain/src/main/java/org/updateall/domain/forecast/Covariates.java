package org.updateall.domain.forecast;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers known before a run begins that its figures may depend on, by name. What a run itself
 * brings to light, such as the packages that it has updated, is an outcome and never stands here.
 *
 * @param values finite; what is not known is absent
 */
public record Covariates(SortedMap<String, Double> values) {

  /** How many packages are to be updated. */
  public static final String PACKAGES = "packages";

  /** How many bytes are to be downloaded. */
  public static final String DOWNLOAD_BYTES = "download_bytes";

  /** Nothing is known. */
  public static final Covariates NONE = new Covariates(new TreeMap<>());

  /**
   * @throws IllegalArgumentException if a name is blank or a value is not finite
   */
  public Covariates {
    values.forEach(Covariates::require);
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Covariates of(Map<String, Double> values) {
    return new Covariates(new TreeMap<>(values));
  }

  /** One number alone. */
  public static Covariates of(String name, double value) {
    return of(Map.of(name, value));
  }

  public Option<Double> value(String name) {
    return Option.of(values.get(name));
  }

  /** Those of these names alone. */
  public Covariates only(Collection<String> names) {
    TreeMap<String, Double> chosen = new TreeMap<>(values);
    chosen.keySet().retainAll(names);
    return new Covariates(chosen);
  }

  private static void require(String name, Double value) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a covariate has no name");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the covariate %s must be finite: %s".formatted(name, value));
    }
  }
}
