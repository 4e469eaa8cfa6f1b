package org.updateall.domain.updating;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.StepPhase;

/** What a step tells of itself while it runs. */
public sealed interface ProgressEvent {

  /** Which phase it is about. */
  StepPhase phase();

  /** A phase begins; each does so once. */
  record PhaseStarted(StepPhase phase) implements ProgressEvent {

    public PhaseStarted {
      requireNonNull(phase, "phase");
    }
  }

  /**
   * A phase that has begun ends; each does so once.
   *
   * @param error why it did not succeed; absent where nothing is said, or it did
   */
  record PhaseEnded(StepPhase phase, boolean success, @Nullable String error)
      implements ProgressEvent {

    public PhaseEnded {
      requireNonNull(phase, "phase");
    }
  }

  /**
   * A phase that has begun and not ended goes on. What is not told is absent. Any figure may be
   * smaller than it was before.
   *
   * @param percent from 0 to 100
   * @param message for people
   * @param bytesDownloaded so far
   * @param bytesTotal in all
   * @param itemsCompleted packages done
   * @param itemsTotal packages in all
   */
  record Advanced(
      StepPhase phase,
      @Nullable Double percent,
      @Nullable String message,
      @Nullable Long bytesDownloaded,
      @Nullable Long bytesTotal,
      @Nullable Long itemsCompleted,
      @Nullable Long itemsTotal)
      implements ProgressEvent {

    /**
     * @throws IllegalArgumentException if a figure is out of its range
     */
    public Advanced {
      requireNonNull(phase, "phase");
      if (percent != null && !(percent >= 0 && percent <= 100)) {
        throw new IllegalArgumentException(
            "a percentage lies between 0 and 100, not at " + percent);
      }
      Checks.notNegative("bytes downloaded", bytesDownloaded);
      Checks.notNegative("bytes in all", bytesTotal);
      Checks.notNegative("items completed", itemsCompleted);
      Checks.notNegative("items in all", itemsTotal);
    }
  }
}
