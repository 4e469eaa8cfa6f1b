package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.util.Locale;
import org.updateall.domain.history.ExecutionStatus;

/** The words for a status, in any case: those of the domain, and older ones. */
final class LegacyStatus {

  private LegacyStatus() {}

  /** The status that a word stands for, which is not trimmed; none for any other text. */
  static Option<ExecutionStatus> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "succeeded", "completed" -> Option.some(ExecutionStatus.SUCCESS);
      case "error" -> Option.some(ExecutionStatus.FAILED);
      default -> ExecutionStatus.fromWireName(word);
    };
  }
}
