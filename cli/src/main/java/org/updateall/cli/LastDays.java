package org.updateall.cli;

import java.time.Duration;
import java.time.Instant;

/** The time of the option {@code --days}. */
final class LastDays {

  /** Beyond it no calendar goes. */
  private static final int MOST = 700_000;

  private LastDays() {}

  /**
   * The moment so many days ago.
   *
   * @throws UsageException if there is none, or that is too long ago
   */
  static Instant begin(Session session, int days) {
    if (days < 1) {
      throw new UsageException("--days must be above 0, and is " + days);
    }
    if (days > MOST) {
      throw new UsageException("--days: no calendar goes back that far");
    }
    return session.settings().clock().instant().minus(Duration.ofDays(days));
  }
}
