package org.updateall.application.recording;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.journal.AnnouncedFigures;
import org.updateall.domain.metering.Command;

/**
 * A command that is to be run, measured and remembered as one step of a plugin.
 *
 * @param plugin whose history it belongs to
 * @param step what the step is called
 * @param phase what it does
 * @param packages how many packages it will update, if known
 * @param downloadBytes how much it will download, if known
 * @param foretold whether to say beforehand what it will need
 * @param command what is run
 */
public record CommandToRecord(
    PluginName plugin,
    String step,
    StepPhase phase,
    @Nullable Integer packages,
    @Nullable Long downloadBytes,
    boolean foretold,
    Command command) {

  /** What the one step of a command is called where nobody says. */
  public static final String DEFAULT_STEP = "run";

  /**
   * @throws IllegalArgumentException if no step can have that name, or a number is negative
   */
  public CommandToRecord {
    requireNonNull(plugin, "plugin");
    StepMetrics.requireName(step);
    requireNonNull(phase, "phase");
    requireNonNull(command, "command");
    requireNotNegative("packages", packages);
    requireNotNegative("download bytes", downloadBytes);
  }

  /** A command of which nothing else is known. */
  public static CommandToRecord of(PluginName plugin, Command command) {
    return new CommandToRecord(plugin, DEFAULT_STEP, StepPhase.EXECUTE, null, null, true, command);
  }

  boolean announcesWork() {
    return packages != null || downloadBytes != null;
  }

  AnnouncedFigures announced() {
    return AnnouncedFigures.of(packages, downloadBytes);
  }

  Covariates known() {
    Map<String, Double> known = new HashMap<>();
    if (packages != null) {
      known.put(Covariates.PACKAGES, packages.doubleValue());
    }
    if (downloadBytes != null) {
      known.put(Covariates.DOWNLOAD_BYTES, downloadBytes.doubleValue());
    }
    return Covariates.of(known);
  }

  private static void requireNotNegative(String what, @Nullable Number number) {
    if (number != null && number.longValue() < 0) {
      throw new IllegalArgumentException(what + " is negative: " + number);
    }
  }
}
