package org.updateall.domain.updating;

import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * Port: what the user wishes of this program, beside its plugins. What is wrong in it counts as not
 * said; {@link PluginCatalogue#find} tells of it. Safe for use by several threads.
 */
public interface Preferences {

  /** The file to which metrics are written after each run, as an absolute path. */
  Option<Path> metricsFile();
}
