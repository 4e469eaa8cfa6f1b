package org.updateall.cli;

import java.util.Locale;

/** A number of things in words. */
final class Count {

  private Count() {}

  /** Such as {@code 1,204}. */
  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Such as {@code 1 run} or {@code 1,204 runs}. */
  static String of(long count, String thing) {
    return "%s %s%s".formatted(of(count), thing, count == 1 ? "" : "s");
  }
}
