package org.updateall.modeling.combination;

import java.util.Arrays;
import org.updateall.modeling.model.Occasion;

/** The median of the newest values that came in the same part of the day. */
record SlotMedian(int hours, int length) implements Member {

  private static final int ENOUGH = 20;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double SECONDS_PER_DAY = 86_400;

  @Override
  public String name() {
    return "same " + hours + " hours of the day";
  }

  @Override
  public double forecast(Past past, Occasion occasion, int ahead) {
    if (past.size() < ENOUGH) {
      return Double.NaN;
    }
    double[] found = new double[length];
    int count = 0;
    int slot = slot(occasion);
    for (int back = 0; back < past.size() && count < length; back++) {
      if (slot(past.occasion(back)) == slot) {
        found[count++] = past.value(back);
      }
    }
    return count == 0 ? Double.NaN : Past.median(Arrays.copyOf(found, count));
  }

  private int slot(Occasion occasion) {
    double day = occasion.time() - SECONDS_PER_DAY * Math.floor(occasion.time() / SECONDS_PER_DAY);
    return (int) (day / (hours * SECONDS_PER_HOUR));
  }
}
