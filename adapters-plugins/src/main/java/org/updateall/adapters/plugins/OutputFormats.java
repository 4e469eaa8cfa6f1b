package org.updateall.adapters.plugins;

import java.util.Map;
import java.util.TreeMap;

/** The formats that a declaration can name. */
final class OutputFormats {

  private static final Map<String, OutputFormat> BY_NAME =
      new TreeMap<>(
          Map.of(
              "npm-outdated", JsonFormat.NPM_OUTDATED,
              "pip-outdated", JsonFormat.PIP_OUTDATED,
              "pipx-outdated", JsonFormat.PIPX_OUTDATED,
              "brew-outdated", JsonFormat.BREW_OUTDATED,
              "zypper-xml", new ZypperFormat(),
              "estimate", new EstimateFormat()));

  private OutputFormats() {}

  static Map<String, OutputFormat> byName() {
    return Map.copyOf(BY_NAME);
  }
}
