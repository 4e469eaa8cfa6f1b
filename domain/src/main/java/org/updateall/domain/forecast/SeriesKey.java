package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** Which series a model is about: one target of one plugin on one host, or on every host. */
public record SeriesKey(PluginName plugin, HostScope host, Target target) {

  public SeriesKey {
    requireNonNull(plugin, "plugin");
    requireNonNull(host, "host");
    requireNonNull(target, "target");
  }
}
