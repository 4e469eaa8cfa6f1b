package org.updateall.domain.importing;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Port: what programs of this machine print. */
public interface ProgramOutput {

  /** Whether the search path has a program of that name. */
  boolean has(String program);

  /**
   * Runs a program, which reads nothing, in the C locale, and hands on its standard output line by
   * line, without line ends; what is no UTF-8 is replaced, and of a line above a mebibyte the rest
   * is left out.
   *
   * @param command the program and its arguments, each handed over as it is
   * @param limit after that time it is made to end
   */
  Ending lines(List<String> command, Duration limit, Consumer<String> eachLine);

  /**
   * How a program ended.
   *
   * @param exitCode its exit code; 127 if it was not found, 124 at the time limit
   * @param error the end of what it printed to its standard error
   */
  record Ending(int exitCode, String error) {}
}
