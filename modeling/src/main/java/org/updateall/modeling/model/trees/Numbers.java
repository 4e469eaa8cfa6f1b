package org.updateall.modeling.model.trees;

/** Small things about numbers that several classes here need. */
final class Numbers {

  private static final double GRID = 1e9;

  private Numbers() {}

  /**
   * The number to nine places, so that what differs by the rounding of a shift or a scale only is
   * equal, and a kept model is short.
   */
  static double rounded(double number) {
    return Math.rint(number * GRID) / GRID;
  }

  /**
   * The quantile of the numbers in that range, interpolated linearly (Hyndman and Fan's type 7);
   * puts them into another order.
   */
  static double quantile(double[] numbers, int from, int to, double level) {
    double position = from + level * (to - from - 1);
    int below = (int) position;
    double lower = select(numbers, from, to - 1, below);
    double share = position - below;
    return share <= 0 ? lower : lower + share * (least(numbers, below + 1, to) - lower);
  }

  static double median(double[] numbers, int from, int to) {
    return quantile(numbers, from, to, 0.5);
  }

  private static double least(double[] numbers, int from, int to) {
    double least = numbers[from];
    for (int i = from + 1; i < to; i++) {
      least = Math.min(least, numbers[i]);
    }
    return least;
  }

  /** Hoare's selection: afterwards that place holds what it would hold in order of size. */
  private static double select(double[] numbers, int first, int last, int place) {
    int low = first;
    int high = last;
    while (low < high) {
      double pivot = numbers[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (numbers[i] < pivot) {
          i++;
        }
        while (numbers[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = numbers[i];
          numbers[i++] = numbers[j];
          numbers[j--] = swapped;
        }
      }
      if (place <= j) {
        high = j;
      } else if (place >= i) {
        low = i;
      } else {
        break;
      }
    }
    return numbers[place];
  }
}
