package org.updateall.domain.forecast;

import io.vavr.control.Option;

/** How many values were known before a forecast, in groups. */
public enum HistoryLength {
  FROM_3(3, 5),
  FROM_6(6, 9),
  FROM_10(10, 19),
  FROM_20(20, 49),
  FROM_50(50, Integer.MAX_VALUE);

  private final int least;
  private final int most;

  HistoryLength(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** The group of so many values; none for fewer than there are groups for. */
  public static Option<HistoryLength> of(int values) {
    for (HistoryLength length : values()) {
      if (length.holds(values)) {
        return Option.some(length);
      }
    }
    return Option.none();
  }

  /** Whether so many values belong to it. */
  public boolean holds(int values) {
    return values >= least && values <= most;
  }

  /** Such as {@code 3-5} and {@code 50+}. */
  public String range() {
    return most == Integer.MAX_VALUE ? least + "+" : least + "-" + most;
  }
}
