package org.updateall.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Option;

/** What is known beforehand of a run: how much there is to do. */
final class KnownWork {

  @Option(
      names = "--packages",
      paramLabel = "[PLUGIN=]N",
      description =
          "How many packages are to be updated, by which plugin (default: the only one named); may "
              + "be given several times.")
  private List<String> packages = List.of();

  @Option(
      names = "--download-bytes",
      paramLabel = "[PLUGIN=]N",
      description = "How many bytes are to be downloaded, likewise.")
  private List<String> downloadBytes = List.of();

  /**
   * By plugin.
   *
   * @param named the plugins named on the command line
   * @throws UsageException if a word is no number, or names no plugin where there is not one alone
   */
  Map<PluginName, Covariates> known(List<PluginName> named) {
    Map<PluginName, Map<String, Double>> known = new HashMap<>();
    packages.forEach(word -> take(known, Covariates.PACKAGES, "--packages", word, named));
    downloadBytes.forEach(
        word -> take(known, Covariates.DOWNLOAD_BYTES, "--download-bytes", word, named));
    Map<PluginName, Covariates> covariates = new HashMap<>();
    known.forEach((plugin, values) -> covariates.put(plugin, Covariates.of(values)));
    return covariates;
  }

  private static void take(
      Map<PluginName, Map<String, Double>> known,
      String covariate,
      String option,
      String word,
      List<PluginName> named) {
    int equals = word.lastIndexOf('=');
    PluginName plugin =
        equals < 0 ? only(option, named) : plugin(option, word.substring(0, equals));
    known
        .computeIfAbsent(plugin, first -> new HashMap<>())
        .put(covariate, number(option, word.substring(equals + 1)));
  }

  private static PluginName only(String option, List<PluginName> named) {
    if (named.size() != 1) {
      throw new UsageException(
          "%s: say which plugin is meant, as in %s apt=14".formatted(option, option));
    }
    return named.get(0);
  }

  private static PluginName plugin(String option, String word) {
    try {
      return new PluginName(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  private static double number(String option, String word) {
    try {
      long number = Long.parseLong(word.trim());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Complained of below, as is a number below 0.
    }
    throw new UsageException(option + ": not a whole number of 0 or more: " + word);
  }
}
