package org.updateall.cli;

import java.util.List;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Parameters;

/** With which plugins of this machine to update. */
final class MachinePlugins {

  @Parameters(
      arity = "0..*",
      paramLabel = "PLUGIN",
      description = "Which plugins (default: all that are not switched off).")
  private List<String> plugins = List.of();

  /**
   * @throws UsageException if a word cannot be the name of a plugin
   */
  List<PluginName> names() {
    return PluginParameters.names(plugins);
  }
}
