package org.updateall.application.reporting;

import java.util.ArrayList;
import java.util.List;

/** How much work on series a person is kept waiting for, counted in values, not in time. */
final class Budget {

  private final int mostValues;
  private final int mostOfSeries;

  /**
   * @param mostValues of all series together
   * @param mostOfSeries how many values of a series count at most
   */
  Budget(int mostValues, int mostOfSeries) {
    this.mostValues = mostValues;
    this.mostOfSeries = mostOfSeries;
  }

  /** The first of them that stay within it. */
  List<FollowedSeries> affordable(List<FollowedSeries> series) {
    List<FollowedSeries> affordable = new ArrayList<>();
    int left = mostValues;
    for (FollowedSeries each : series) {
      left -= Math.min(each.size(), mostOfSeries);
      if (left < 0) {
        break;
      }
      affordable.add(each);
    }
    return affordable;
  }
}
