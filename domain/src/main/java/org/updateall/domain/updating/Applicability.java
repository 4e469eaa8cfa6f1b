package org.updateall.domain.updating;

import static java.util.Objects.requireNonNull;

/**
 * Whether a plugin has anything to update on this machine.
 *
 * @param verdict the answer
 * @param reason why not, or why that cannot be told; empty where it applies
 */
public record Applicability(Verdict verdict, String reason) {

  /** The answers that there are. */
  public enum Verdict {
    APPLIES,
    DOES_NOT_APPLY,
    UNKNOWN
  }

  /**
   * @throws IllegalArgumentException if there is no reason where there must be one
   */
  public Applicability {
    requireNonNull(verdict, "verdict");
    if (verdict != Verdict.APPLIES) {
      Checks.notBlank("reason", reason);
    }
  }

  public static Applicability applies() {
    return new Applicability(Verdict.APPLIES, "");
  }

  public static Applicability doesNotApply(String reason) {
    return new Applicability(Verdict.DOES_NOT_APPLY, reason);
  }

  public static Applicability unknown(String reason) {
    return new Applicability(Verdict.UNKNOWN, reason);
  }
}
