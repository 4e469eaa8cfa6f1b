package org.updateall.domain.updating;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import org.updateall.domain.history.PluginName;

/**
 * What a plugin says before an update of what it would do.
 *
 * @param plugin which plugin
 * @param finding in one word
 * @param work how much there is to do; {@link AnnouncedWork#NOTHING} where it is up to date, {@link
 *     AnnouncedWork#UNTOLD} where it does not apply or nothing is known
 * @param reason why it does not apply, or why nothing is known; empty otherwise
 * @param duration how long it took to say so
 */
public record PreflightReport(
    PluginName plugin, Finding finding, AnnouncedWork work, String reason, Duration duration) {

  /** What came of asking. */
  public enum Finding {
    /** There is something to do, though it may not be told how much. */
    UPDATES,
    UP_TO_DATE,
    /** There is nothing of it on this machine. */
    NOT_APPLICABLE,
    /** The plugin cannot tell by itself; only an update will show. */
    UNTOLD,
    /** Asking went wrong. */
    FAILED;

    /** The name in machine-readable output: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if the work, or the reason, does not go with the finding
   */
  public PreflightReport {
    requireNonNull(plugin, "plugin");
    requireNonNull(duration, "duration");
    boolean works =
        switch (finding) {
          case UPDATES -> !work.isNothing();
          case UP_TO_DATE -> work.isNothing();
          case NOT_APPLICABLE, UNTOLD, FAILED -> work.equals(AnnouncedWork.UNTOLD);
        };
    if (!works) {
      throw new IllegalArgumentException("%s does not go with %s".formatted(finding, work));
    }
    boolean explains = finding != Finding.UPDATES && finding != Finding.UP_TO_DATE;
    if (explains) {
      Checks.notBlank("reason", reason);
    } else if (!reason.isEmpty()) {
      throw new IllegalArgumentException("%s needs no reason: %s".formatted(finding, reason));
    }
  }

  /** Work that is waiting, or none. */
  public static PreflightReport of(PluginName plugin, AnnouncedWork work, Duration duration) {
    return work.isNothing()
        ? new PreflightReport(plugin, Finding.UP_TO_DATE, AnnouncedWork.NOTHING, "", duration)
        : new PreflightReport(plugin, Finding.UPDATES, work, "", duration);
  }

  public static PreflightReport notApplicable(PluginName plugin, String reason, Duration duration) {
    return new PreflightReport(
        plugin, Finding.NOT_APPLICABLE, AnnouncedWork.UNTOLD, reason, duration);
  }

  public static PreflightReport untold(PluginName plugin, String reason, Duration duration) {
    return new PreflightReport(plugin, Finding.UNTOLD, AnnouncedWork.UNTOLD, reason, duration);
  }

  public static PreflightReport failed(PluginName plugin, String reason, Duration duration) {
    return new PreflightReport(plugin, Finding.FAILED, AnnouncedWork.UNTOLD, reason, duration);
  }
}
