package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/**
 * Which series are of one kind, so that each may say something of the others.
 *
 * @param target which target
 * @param plugin which plugin; absent for all
 * @param operatingSystem of hosts with which operating system; absent for all
 * @param size of hosts of which size; absent for all
 */
public record PriorClass(
    Target target,
    @Nullable PluginName plugin,
    @Nullable String operatingSystem,
    @Nullable SizeClass size) {

  /**
   * @throws IllegalArgumentException if something is named whose wider kind is not
   */
  public PriorClass {
    requireNonNull(target, "target");
    boolean nested =
        (operatingSystem == null || plugin != null) && (size == null || operatingSystem != null);
    if (!nested) {
      throw new IllegalArgumentException("a size without a system, or a system without a plugin");
    }
  }

  /** The kinds that a series is of, from the narrowest to the widest. */
  public static List<PriorClass> of(PluginName plugin, Target target, HostProfile profile) {
    return List.of(
        new PriorClass(target, plugin, profile.operatingSystem(), profile.size()),
        new PriorClass(target, plugin, profile.operatingSystem(), null),
        new PriorClass(target, plugin, null, null));
  }
}
