package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** What is wrong with a file as a whole, in words for the person who owns it. */
final class Faults {

  private static final String RESTORE = "Restore the file from a backup and import it again.";
  private static final String NOT_A_HISTORY =
      "Name the history.json of the Python update-all: a list of runs in square brackets.";

  private Faults() {}

  static BrokenFileException truncated(long offset) {
    return new BrokenFileException(
        offset, "the file ends in the middle, as if it had been cut off", RESTORE);
  }

  static BrokenFileException empty() {
    return new BrokenFileException(BrokenFileException.NOWHERE, "the file is empty", NOT_A_HISTORY);
  }

  static BrokenFileException notAList(long offset, JsonValue found) {
    return new BrokenFileException(
        offset,
        "the file holds %s where a list of runs is expected".formatted(found.description()),
        NOT_A_HISTORY);
  }

  static BrokenFileException trailing(long offset) {
    return new BrokenFileException(
        offset, "something follows after the end of the list of runs", RESTORE);
  }

  static BrokenFileException changedMeanwhile() {
    return new BrokenFileException(
        BrokenFileException.NOWHERE,
        "the file was changed while it was read",
        "Import it again when no other program writes to it.");
  }

  /**
   * The same fault in our words.
   *
   * @param end how many bytes the file has, if its end was met
   * @param offset how many bytes stand before the fault
   */
  static IOException from(JacksonException fault, long end, long offset) {
    if (fault instanceof JacksonIOException && fault.getCause() instanceof IOException cause) {
      return cause;
    }
    if (fault instanceof UnexpectedEndOfInputException) {
      return truncated(end);
    }
    if (fault instanceof StreamConstraintsException) {
      return new BrokenFileException(
          offset, "no history goes as far as this: " + fault.getOriginalMessage(), NOT_A_HISTORY);
    }
    return new BrokenFileException(offset, "not JSON: " + fault.getOriginalMessage(), RESTORE);
  }
}
