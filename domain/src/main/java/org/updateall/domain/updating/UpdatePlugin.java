package org.updateall.domain.updating;

import java.time.Duration;
import org.updateall.domain.history.PluginName;

/**
 * One thing that can be updated by itself: a package manager, or whatever else brings its own
 * updates. Nothing that is asked here changes anything but {@link PluginPlan#steps()}, once
 * somebody runs them.
 *
 * <p>Safe for several threads.
 */
public interface UpdatePlugin {

  /** What it is known by, in the history as well; no two plugins of a catalogue share one. */
  PluginName name();

  /** Where it comes from. */
  PluginOrigin origin();

  /**
   * Whether there is anything of it on this machine.
   *
   * @param limit how long to wait for an answer
   */
  Applicability applicability(Duration limit);

  /**
   * What an update takes: its steps, and what has to be minded about them. May have to ask a
   * program, which is done once.
   */
  PluginPlan plan();

  /**
   * What an update would do, as the plugin itself says. Whatever goes wrong is told in the answer.
   *
   * @param limit how long it may take in all
   */
  PreflightReport preflight(Duration limit);

  /** Reads what that step prints while it runs; one reader serves one run of one step. */
  StepReader reader(PluginStep step);
}
