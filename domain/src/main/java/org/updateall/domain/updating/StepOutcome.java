package org.updateall.domain.updating;

import org.jspecify.annotations.Nullable;

/**
 * What a step said to have done; what it did not say is absent, never 0.
 *
 * @param packagesUpdated how many packages were updated or newly installed
 * @param bytesFetched how much was downloaded
 */
public record StepOutcome(@Nullable Integer packagesUpdated, @Nullable Long bytesFetched) {

  /** Nothing was said. */
  public static final StepOutcome UNTOLD = new StepOutcome(null, null);

  /**
   * @throws IllegalArgumentException if a figure is negative
   */
  public StepOutcome {
    Checks.notNegative("packages updated", packagesUpdated);
    Checks.notNegative("bytes fetched", bytesFetched);
  }
}
