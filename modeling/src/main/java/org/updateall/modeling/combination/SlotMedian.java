package org.updateall.modeling.combination;

import java.util.Arrays;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Median;

/**
 * The median of the newest values that came in the same part of a cycle: in the same hours of the
 * day, or on the same day of the week.
 */
enum SlotMedian implements Member {
  SAME_HOURS("same hours of the day", 4 * 3_600, 86_400),
  SAME_WEEKDAY("same day of the week", 86_400, 7 * 86_400);

  private static final int ENOUGH = 20;
  private static final int VALUES = 5;

  private final String title;
  private final double slotSeconds;
  private final double cycleSeconds;

  SlotMedian(String title, double slotSeconds, double cycleSeconds) {
    this.title = title;
    this.slotSeconds = slotSeconds;
    this.cycleSeconds = cycleSeconds;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (past.size() < ENOUGH) {
      return Double.NaN;
    }
    double[] found = new double[VALUES];
    int count = 0;
    int slot = slot(occasion);
    for (int back = 0; back < past.size() && count < VALUES; back++) {
      if (slot(past.occasion(back)) == slot) {
        found[count++] = past.value(back);
      }
    }
    return count == 0 ? Double.NaN : Median.sorting(Arrays.copyOf(found, count));
  }

  private int slot(Occasion occasion) {
    double intoCycle = occasion.time() - cycleSeconds * Math.floor(occasion.time() / cycleSeconds);
    return (int) (intoCycle / slotSeconds);
  }
}
