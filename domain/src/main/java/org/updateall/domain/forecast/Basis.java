package org.updateall.domain.forecast;

import java.util.Locale;

/** What a figure rests on. */
public enum Basis {
  /** A model trained on enough of the plugin's own runs. */
  MODEL,
  /** The plugin's own runs, too few for a model. */
  FEW_RUNS,
  /** The plugin's own failed attempts, since none has succeeded: what it takes to fail. */
  FAILED_RUNS,
  /** What is known of other plugins, or of the plugin on other hosts; none of its own runs. */
  PRIOR,
  /** What the plugin itself announced. */
  ANNOUNCED,
  /** Nothing at all: the figure is a stated default, the same for every plugin. */
  DEFAULT,
  /** Nothing at all: there is no figure. */
  NOTHING;

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
