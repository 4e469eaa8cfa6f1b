package org.updateall.domain.forecast;

import java.util.List;
import java.util.SplittableRandom;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;

/** Outcomes of plugins for tests. */
public final class OutcomesFixture {

  private OutcomesFixture() {}

  /**
   * @param statuses a letter for each attempt, oldest first: s for success, f for failed, t for
   *     timeout
   */
  public static PluginOutcomes of(String plugin, String statuses) {
    return new PluginOutcomes(
        new PluginName(plugin),
        statuses.chars().mapToObj(OutcomesFixture::status).toList(),
        List.of());
  }

  /** As many attempts, each of which fails with that probability. */
  public static PluginOutcomes random(
      String plugin, int attempts, double failure, SplittableRandom random) {
    StringBuilder statuses = new StringBuilder();
    for (int i = 0; i < attempts; i++) {
      statuses.append(random.nextDouble() < failure ? 'f' : 's');
    }
    return of(plugin, statuses.toString());
  }

  private static ExecutionStatus status(int letter) {
    return switch (letter) {
      case 's' -> ExecutionStatus.SUCCESS;
      case 'f' -> ExecutionStatus.FAILED;
      case 't' -> ExecutionStatus.TIMEOUT;
      default -> throw new IllegalArgumentException("no status: " + (char) letter);
    };
  }
}
