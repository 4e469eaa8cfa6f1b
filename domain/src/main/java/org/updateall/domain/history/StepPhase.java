package org.updateall.domain.history;

import io.vavr.control.Option;
import java.util.Locale;

/** What a step of an update does: look what there is to do, fetch it, or carry it out. */
public enum StepPhase {
  CHECK,
  DOWNLOAD,
  EXECUTE;

  /** The phase of that name in either case; none for any other text. */
  public static Option<StepPhase> fromName(String text) {
    String upperCase = text.toUpperCase(Locale.ROOT);
    for (StepPhase phase : values()) {
      if (phase.name().equals(upperCase)) {
        return Option.some(phase);
      }
    }
    return Option.none();
  }
}
