package org.updateall.domain.history;

import io.vavr.control.Option;
import java.util.Locale;

/** Which part of an update the figures of an execution cover. */
public enum Coverage {
  /** All of it: looking, downloading and installing. */
  WHOLE,
  /** Installing alone: the times begin once everything is downloaded. */
  INSTALL,
  /** It was looked what there is to update, and nothing was installed. */
  CHECK;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in files, in the database and in output: lower case. */
  public String wireName() {
    return wireName;
  }

  /** The coverage of that wire name, in either case; none for any other text. */
  public static Option<Coverage> fromWireName(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    for (Coverage coverage : values()) {
      if (coverage.wireName.equals(lowerCase)) {
        return Option.some(coverage);
      }
    }
    return Option.none();
  }
}
