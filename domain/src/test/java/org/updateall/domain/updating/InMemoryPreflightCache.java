package org.updateall.domain.updating;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;

/** What plugins said, in memory. */
public final class InMemoryPreflightCache implements PreflightCache {

  private Map<PluginName, CachedPreflight> kept = Map.of();

  @Override
  public synchronized void keep(List<PreflightReport> reports, Instant asked) {
    kept = CachedPreflight.after(kept, reports, asked);
  }

  @Override
  public synchronized Map<PluginName, CachedPreflight> recall() {
    return kept;
  }
}
