package org.updateall.adapters.system.importing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Map;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;

/** A unit of systemd that updates this machine by a timer, or looks what there is to update. */
enum JournalUnit {
  APT_DAILY_UPGRADE("apt-daily-upgrade.service", "apt", Extent.SESSION),
  APT_DAILY("apt-daily.service", "apt", Extent.CHECK),
  DNF_AUTOMATIC("dnf-automatic.service", "dnf", Extent.SESSION),
  DNF_AUTOMATIC_INSTALL("dnf-automatic-install.service", "dnf", Extent.SESSION),
  DNF_MAKECACHE("dnf-makecache.service", "dnf", Extent.CHECK),
  DNF5_MAKECACHE("dnf5-makecache.service", "dnf", Extent.CHECK);

  private static final Map<String, JournalUnit> BY_NAME =
      Arrays.stream(values()).collect(toUnmodifiableMap(JournalUnit::unitName, identity()));

  private final String unitName;
  private final String plugin;
  private final Extent extent;

  JournalUnit(String unitName, String plugin, Extent extent) {
    this.unitName = unitName;
    this.plugin = plugin;
    this.extent = extent;
  }

  /** The one that systemd calls so; none for units that have nothing to do with updates. */
  static Option<JournalUnit> named(String unitName) {
    return Option.of(BY_NAME.get(unitName));
  }

  String unitName() {
    return unitName;
  }

  PluginName plugin() {
    return new PluginName(plugin);
  }

  Extent extent() {
    return extent;
  }
}
