package org.updateall.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.forecasting.GatheredSeries;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.Schedule;
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
   * What is asked for an estimate of plugins one by one.
   *
   * @throws UsageException if a word is wrong
   */
  EstimateRequest request(ForecastChoices choices, HostScope host) {
    return request(choices, host, Schedule.sequential());
  }

  /**
   * What is asked for an estimate of plugins that run by that schedule.
   *
   * @throws UsageException if a word is wrong
   */
  EstimateRequest request(ForecastChoices choices, HostScope host, Schedule schedule) {
    return new EstimateRequest(
        choices.plugins(),
        host,
        choices.options(),
        choices.level(),
        known(choices.plugins()),
        schedule);
  }

  /** Says what else there is to be said of an answer; the exit code that follows from it. */
  static int conclude(
      Session session,
      UpdateAll updateAll,
      EstimateRequest request,
      List<String> warnings,
      List<PluginName> unknown) {
    warnings.forEach(warning -> session.remark("Note: " + warning));
    remarkOnUseless(session, updateAll, request);
    return Math.max(
        ForecastChoices.complainOf(session, unknown),
        complainOfUnknown(session, updateAll, request));
  }

  /**
   * By plugin.
   *
   * @param named the plugins named on the command line
   * @throws UsageException if a word is no number, or names a plugin that is not meant, or none
   *     where there is not one alone
   */
  private Map<PluginName, Covariates> known(List<PluginName> named) {
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
        equals < 0
            ? only(option, named)
            : among(named, option, PluginParameters.name(option, word.substring(0, equals)));
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

  private static PluginName among(List<PluginName> named, String option, PluginName plugin) {
    if (!named.isEmpty() && !named.contains(plugin)) {
      throw new UsageException(
          "%s: %s is none of the plugins to be estimated".formatted(option, plugin));
    }
    return plugin;
  }

  /** Complains about plugins that are not known; the exit code that follows from it. */
  private static int complainOfUnknown(
      Session session, UpdateAll updateAll, EstimateRequest request) {
    return request.plugins().isEmpty()
        ? ForecastChoices.complainOf(
            session, updateAll.unknownPlugins(request.known().keySet(), request.host()))
        : ExitCode.DONE;
  }

  /** Says of what models can make no use, for it was not known of any past run. */
  private static void remarkOnUseless(
      Session session, UpdateAll updateAll, EstimateRequest request) {
    request
        .known()
        .forEach(
            (plugin, known) -> {
              GatheredSeries past = updateAll.gatherSeries(List.of(plugin), request.host());
              known.values().keySet().stream()
                  .filter(covariate -> past.unknown().isEmpty())
                  .filter(covariate -> !past.covariates().contains(covariate))
                  .filter(covariate -> !isTheFigureItself(covariate, past))
                  .forEach(covariate -> session.remark(useless(plugin, covariate)));
            });
  }

  /** What is announced for download stands for a download that no run has measured. */
  private static boolean isTheFigureItself(String covariate, GatheredSeries past) {
    return covariate.equals(Covariates.DOWNLOAD_BYTES)
        && past.series().stream()
            .noneMatch(series -> series.key().target() == Target.DOWNLOAD_SIZE);
  }

  private static String useless(PluginName plugin, String covariate) {
    return "Note: %s makes no difference: of no past run of %s was that announced"
        .formatted(
            covariate.equals(Covariates.PACKAGES) ? "--packages" : "--download-bytes", plugin);
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
