package org.updateall.domain.history;

import io.vavr.control.Option;
import java.util.Locale;

/** How far the execution of a plugin came, or how it ended. */
public enum ExecutionStatus {
  PENDING,
  RUNNING,
  SUCCESS,
  FAILED,
  SKIPPED,
  TIMEOUT;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in files, in the database and in output: lower case. */
  public String wireName() {
    return wireName;
  }

  /** Whether the plugin was tried and came to an end: success, failed or timeout. */
  public boolean isFinishedAttempt() {
    return this == SUCCESS || this == FAILED || this == TIMEOUT;
  }

  /** Whether the plugin's turn is over, whether it was tried or not. */
  public boolean isOver() {
    return this != PENDING && this != RUNNING;
  }

  /** The status of that wire name, in either case; none for any other text. */
  public static Option<ExecutionStatus> fromWireName(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    for (ExecutionStatus status : values()) {
      if (status.wireName.equals(lowerCase)) {
        return Option.some(status);
      }
    }
    return Option.none();
  }
}
