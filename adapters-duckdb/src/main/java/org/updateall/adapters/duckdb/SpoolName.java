package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file with what waits for the database: {@code KIND-ORDER-PROCESS-NUMBER.json}.
 *
 * @param kind what it holds
 * @param order what comes later has a greater one, and waits behind
 * @param rest which process made it, and its how manieth it was, so that no two are the same
 */
record SpoolName(Kind kind, long order, String rest) implements Comparable<SpoolName> {

  /** What a file holds. */
  enum Kind {
    /** An accepted run. */
    RUN("run"),
    /** What was foretold of a run. */
    FORETOLD("foretold");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(String word) {
      return word.equals(RUN.word) ? RUN : FORETOLD;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(run|foretold)-(0\\d{18})-([0-9a-f-]+)\\.json");
  private static final long GREATEST = 999_999_999_999_999_999L;
  private static final Comparator<SpoolName> IN_ORDER =
      Comparator.comparingLong(SpoolName::order).thenComparing(SpoolName::rest);

  /**
   * @throws IllegalArgumentException if the order has no place in a name
   */
  SpoolName {
    if (order < 0 || order > GREATEST) {
      throw new IllegalArgumentException("order is not from 0 to 10^18: " + order);
    }
  }

  static SpoolName of(Kind kind, long order, ProcessToken process, long number) {
    return new SpoolName(kind, order, "%s-%d".formatted(process, number));
  }

  /** The name that a file has; none if it is no such name. */
  static Option<SpoolName> read(String fileName) {
    Matcher matcher = FORM.matcher(fileName);
    return matcher.matches()
        ? Option.some(
            new SpoolName(
                Kind.of(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
        : Option.none();
  }

  String fileName() {
    return "%s-%019d-%s.json".formatted(kind.word, order, rest);
  }

  @Override
  public int compareTo(SpoolName other) {
    return IN_ORDER.compare(this, other);
  }
}
