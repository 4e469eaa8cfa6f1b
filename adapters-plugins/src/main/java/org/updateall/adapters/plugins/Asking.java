package org.updateall.adapters.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a program something that changes nothing: without input, and not for longer than told. */
interface Asking {

  /**
   * What came of asking.
   *
   * @param exitCode what the program ended with; 0 where it did not end by itself
   * @param output what it printed on its standard output
   * @param error what it printed on its standard error
   * @param failure why it did not end by itself; absent where it did
   */
  record Answer(int exitCode, String output, String error, @Nullable String failure) {

    /** Why this is no answer, in a sentence for a user. */
    String reason(String program) {
      if (failure != null) {
        return failure;
      }
      String said = PlainText.summary(error.isBlank() ? output : error);
      return "%s ended with exit code %d%s"
          .formatted(program, exitCode, said.isEmpty() ? "" : ": " + said);
    }
  }

  /**
   * Runs the program and waits for it.
   *
   * @param command the program and its arguments, handed over as they are
   * @param environment what is set for it, beside what it inherits
   */
  Answer ask(List<String> command, Map<String, String> environment, Duration limit);
}
