package org.updateall.cli;

import java.util.Locale;

/** A number of things in words. */
final class Count {

  private Count() {}

  /** Such as {@code 1 run} or {@code 1,204 runs}. */
  static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
