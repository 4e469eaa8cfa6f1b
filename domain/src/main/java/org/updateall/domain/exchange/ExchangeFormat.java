package org.updateall.domain.exchange;

import io.vavr.control.Option;
import java.util.Locale;

/** The forms in which a history can leave this program and come back whole. */
public enum ExchangeFormat {
  /** A directory with one Parquet file per table. */
  PARQUET,
  /** A directory with one CSV file per table. */
  CSV,
  /** One file. */
  JSON;

  /** The name on the command line and in files: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that wire name; none for any other text. */
  public static Option<ExchangeFormat> fromWireName(String text) {
    for (ExchangeFormat format : values()) {
      if (format.wireName().equals(text)) {
        return Option.some(format);
      }
    }
    return Option.none();
  }
}
