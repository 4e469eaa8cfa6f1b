package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something about a store that its owner should know.
 *
 * @param severity whether anything must be done
 * @param what what it is, a sentence without its full stop
 * @param count how often it was found, at least once
 * @param examples the first few of them, at most {@value #MAX_EXAMPLES}
 * @param remedy what to do, a sentence; empty where nothing need be done
 */
public record Finding(
    Severity severity, String what, long count, List<String> examples, String remedy) {

  public static final int MAX_EXAMPLES = 5;

  /** Whether anything must be done. */
  public enum Severity {
    /** All is well; it is only said. */
    NOTE,
    /** Something that is stored is not as it should be. */
    PROBLEM
  }

  /**
   * @throws IllegalArgumentException if it was found less than once
   */
  public Finding {
    requireNonNull(severity, "severity");
    requireNonNull(what, "what");
    requireNonNull(remedy, "remedy");
    if (count < 1) {
      throw new IllegalArgumentException("found less than once: " + count);
    }
    examples = List.copyOf(examples.subList(0, Math.min(examples.size(), MAX_EXAMPLES)));
  }

  public static Finding note(String what) {
    return new Finding(Severity.NOTE, what, 1, List.of(), "");
  }

  public static Finding problem(String what, String remedy) {
    return new Finding(Severity.PROBLEM, what, 1, List.of(), remedy);
  }
}
