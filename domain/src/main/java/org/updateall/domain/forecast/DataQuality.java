package org.updateall.domain.forecast;

import java.time.Duration;
import java.util.List;

/**
 * What a series is like as material for training.
 *
 * @param observations how many values remain after preparation
 * @param missing successful executions that did not measure the target
 * @param outsideLookback values older than the lookback
 * @param outliers values that lie outside the z-score threshold, or outside three standard
 *     deviations where none was set
 * @param removed how many of these were left out
 * @param duplicateTimes values whose execution began at the same instant as the one before
 * @param span from the first value to the last
 * @param issues what forbids training
 * @param warnings what makes it less trustworthy
 */
public record DataQuality(
    int observations,
    int missing,
    int outsideLookback,
    int outliers,
    int removed,
    int duplicateTimes,
    Duration span,
    List<String> issues,
    List<String> warnings) {

  public DataQuality {
    issues = List.copyOf(issues);
    warnings = List.copyOf(warnings);
  }

  public boolean isSufficient() {
    return issues.isEmpty();
  }
}
