package org.updateall.modeling.online;

/** At which lengths of a series a family is fitted anew. */
public enum FitSchedule {
  /** Often at first, then each time the series has grown by a fifth: O(log n) fits. */
  GEOMETRIC {
    @Override
    int after(int length) {
      double growth = length < SETTLED ? EARLY_GROWTH : LATER_GROWTH;
      return Math.max(length + 1, (int) Math.ceil(growth * length));
    }
  },
  /** Each time the series has grown by half: for families whose fit is dear. */
  SPARSE {
    @Override
    int after(int length) {
      return Math.max(length + 1, (int) Math.ceil(SPARSE_GROWTH * length));
    }
  };

  private static final int SETTLED = 48;
  private static final double EARLY_GROWTH = 1.4;
  private static final double LATER_GROWTH = 1.2;
  private static final double SPARSE_GROWTH = 1.5;

  /** The length at which the next fit is due, after one at that length. */
  abstract int after(int length);
}
