package org.updateall.domain.fleet;

import io.vavr.control.Option;
import java.util.Locale;

/** In which order the hosts of a park begin their updates. */
public enum HostOrder {
  /**
   * Those that are expected to take longest begin first, which is never far from the shortest whole
   * (Graham, SIAM Journal on Applied Mathematics 17, 1969); of equal ones by name.
   */
  LONGEST_FIRST,
  /** By name. */
  BY_NAME;

  /** The name in options and in output, such as {@code longest-first}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The order of that wire name; none for any other text. */
  public static Option<HostOrder> fromWireName(String text) {
    for (HostOrder each : values()) {
      if (each.wireName().equals(text)) {
        return Option.some(each);
      }
    }
    return Option.none();
  }
}
