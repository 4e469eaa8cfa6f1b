package org.updateall.modeling.combination;

/** What every kept state has to satisfy. */
final class States {

  private States() {}

  /**
   * @throws IllegalArgumentException if the state has another length, or holds infinite numbers
   */
  static void require(String name, double[] state, int length) {
    if (state.length != length) {
      throw new IllegalArgumentException(
          "the state of %s has %d numbers, not %d".formatted(name, state.length, length));
    }
    for (double number : state) {
      if (Double.isInfinite(number)) {
        throw new IllegalArgumentException("the state of " + name + " is not finite");
      }
    }
  }
}
