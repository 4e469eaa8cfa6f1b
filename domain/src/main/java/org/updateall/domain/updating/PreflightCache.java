package org.updateall.domain.updating;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;

/**
 * Port: what plugins said when they were last asked what they would do. It may be lost at any time,
 * and neither method fails for that. Safe for use by several threads.
 */
public interface PreflightCache {

  /**
   * Keeps what these plugins said, in the place of what they said before. What says neither that
   * updates wait nor that there are none is not kept, and what was kept of that plugin is
   * forgotten. Other plugins stay as they are.
   *
   * @param asked when they were asked
   */
  void keep(List<PreflightReport> reports, Instant asked);

  /** What is kept, by plugin, without the names of packages; the newest of each. */
  Map<PluginName, CachedPreflight> recall();
}
