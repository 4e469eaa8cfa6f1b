package org.updateall.domain.metering;

import java.util.List;
import java.util.Map;

/**
 * How figures are had, and why others are not.
 *
 * @param methods by which method; of a figure that is not measured there is none
 * @param absences why a figure is absent, in words
 * @param caveats what the figures do not hold, in words
 */
public record Metering(
    Map<Figure, MeteringMethod> methods, Map<Figure, String> absences, List<String> caveats) {

  /**
   * @throws IllegalArgumentException if a figure is measured and absent
   */
  public Metering {
    methods = Map.copyOf(methods);
    absences = Map.copyOf(absences);
    caveats = List.copyOf(caveats);
    for (Figure figure : methods.keySet()) {
      if (absences.containsKey(figure)) {
        throw new IllegalArgumentException("measured and absent: " + figure);
      }
    }
  }
}
