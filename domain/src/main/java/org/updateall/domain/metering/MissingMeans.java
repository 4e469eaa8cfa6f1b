package org.updateall.domain.metering;

import static java.util.Objects.requireNonNull;

/**
 * Something that a machine lacks, so that a figure is absent or told less well, and how to get it.
 *
 * @param figure what would be measured, or measured better
 * @param lacking what is missing, and what that costs, in words
 * @param remedy what somebody can do, in words
 */
public record MissingMeans(Figure figure, String lacking, String remedy) {

  /**
   * @throws IllegalArgumentException if it is not said what is missing, or what can be done
   */
  public MissingMeans {
    requireNonNull(figure, "figure");
    if (lacking.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException(
          "what is missing, and what can be done: '%s', '%s'".formatted(lacking, remedy));
    }
  }
}
