package org.updateall.application.inspecting;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.Applicability;
import org.updateall.domain.updating.PluginOrigin;

/**
 * A plugin of a machine, after a quick look.
 *
 * @param name what it is known by
 * @param origin where it comes from
 * @param applicability whether there is anything of it on the machine
 */
public record ExaminedPlugin(PluginName name, PluginOrigin origin, Applicability applicability) {

  public ExaminedPlugin {
    requireNonNull(name, "name");
    requireNonNull(origin, "origin");
    requireNonNull(applicability, "applicability");
  }
}
