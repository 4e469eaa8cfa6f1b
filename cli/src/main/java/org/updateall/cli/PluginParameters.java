package org.updateall.cli;

import java.util.List;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Parameters;

/** Which plugins to look at. */
final class PluginParameters {

  @Parameters(
      arity = "0..*",
      paramLabel = "PLUGIN",
      description = "Which plugins (default: all of the history).")
  private List<String> plugins = List.of();

  /**
   * @throws UsageException if a word cannot be the name of a plugin
   */
  List<PluginName> names() {
    return names(plugins);
  }

  /**
   * @throws UsageException if a word cannot be the name of a plugin
   */
  static List<PluginName> names(List<String> words) {
    return words.stream().map(word -> name("PLUGIN", word)).distinct().toList();
  }

  /**
   * @param option where the word stands, as the usage names it
   * @throws UsageException if the word cannot be the name of a plugin
   */
  static PluginName name(String option, String word) {
    try {
      return new PluginName(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
