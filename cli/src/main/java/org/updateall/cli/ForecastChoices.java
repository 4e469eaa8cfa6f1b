package org.updateall.cli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be forecast, from what, and how: the words that train and estimate share. */
final class ForecastChoices {

  @Mixin private PluginParameters plugins = new PluginParameters();

  @Mixin private LevelChoice level = new LevelChoice();

  @Mixin private IntervalsChoice intervals = new IntervalsChoice();

  @Mixin private HostChoice host = new HostChoice();

  @Option(
      names = "--lookback-days",
      paramLabel = "DAYS",
      description =
          "Learn only from runs this many days before the plugin's last one (default: from all).")
  private @Nullable Integer lookbackDays;

  @Option(
      names = "--outlier-threshold",
      paramLabel = "Z",
      description =
          "Leave values out that lie more than Z standard deviations from the mean (default: "
              + "leave none out).")
  private @Nullable Double outlierThreshold;

  @Option(
      names = "--log-transform",
      description = "Force the logarithmic scale instead of letting the data choose.")
  private boolean logarithm;

  @Option(
      names = "--min-samples",
      paramLabel = "N",
      description = "Train on no fewer runs than N (default: as many as the model needs).")
  private int minSamples = TrainingOptions.defaults().minObservations();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Which model to train (default: "
              + ForecastOptions.POOL
              + ", many of them weighed by their past errors). An unknown NAME is answered with "
              + "those that there are.")
  private @Nullable String model;

  /**
   * @throws UsageException if a word cannot be the name of a plugin
   */
  List<PluginName> plugins() {
    return plugins.names();
  }

  /**
   * @throws UsageException if no interval of that level is known
   */
  double level() {
    return level.level();
  }

  /**
   * @throws UsageException if a limit is not above zero
   */
  TrainingOptions options() {
    requirePositive("--lookback-days", lookbackDays);
    requirePositive("--outlier-threshold", outlierThreshold);
    requirePositive("--min-samples", minSamples);
    return new TrainingOptions(
            model,
            minSamples,
            lookbackDays == null ? null : Duration.ofDays(lookbackDays),
            outlierThreshold,
            logarithm)
        .with(intervals.method());
  }

  /**
   * @throws UsageException if there is no model of that name
   */
  private void requireKnownModel(UpdateAll updateAll) {
    if (model != null) {
      requireKnownModel(model, updateAll.models());
    }
  }

  /**
   * @throws UsageException if there is no model of that name
   */
  static void requireKnownModel(String model, List<String> models) {
    if (!models.contains(model)) {
      throw new UsageException(
          "--model: there is no model %s; there are %s"
              .formatted(model, String.join(", ", models)));
    }
  }

  private static void requirePositive(String option, @Nullable Number limit) {
    if (limit != null && !(limit.doubleValue() > 0)) {
      throw new UsageException(option + " must be above 0, and is " + limit);
    }
  }

  /** What is done with a request, for its exit code. */
  interface Answer<R> {

    int to(Session session, UpdateAll updateAll, R request);
  }

  /**
   * Opens the history, and has that answer what is asked of the chosen host; an exit code, after a
   * complaint, if that is not known.
   *
   * @param asked of a host; words that are wrong for any of them are refused before anything is
   *     opened
   * @throws UsageException if a word is wrong, or there is no model of that name
   */
  <R> int answer(Session session, Function<HostScope, R> asked, Answer<R> answer) {
    return answer(session, asked, (unused, updateAll) -> OptionalInt.empty(), answer);
  }

  /**
   * The same, after something else.
   *
   * @param first is done before the host is chosen; an exit code if that is all
   */
  <R> int answer(
      Session session,
      Function<HostScope, R> asked,
      BiFunction<Session, UpdateAll, OptionalInt> first,
      Answer<R> answer) {
    Objects.requireNonNull(asked.apply(HostScope.everyHost()));
    try (UpdateAll updateAll = session.open()) {
      requireKnownModel(updateAll);
      return updateAll.reading(() -> answer(session, updateAll, asked, first, answer));
    }
  }

  private <R> int answer(
      Session session,
      UpdateAll updateAll,
      Function<HostScope, R> asked,
      BiFunction<Session, UpdateAll, OptionalInt> first,
      Answer<R> answer) {
    OptionalInt ended = first.apply(session, updateAll);
    return ended.isPresent()
        ? ended.getAsInt()
        : host.scope(session, updateAll)
            .fold(code -> code, scope -> answer.to(session, updateAll, asked.apply(scope)));
  }

  /** Complains about the plugins that are not known; the exit code that follows from it. */
  static int complainOf(Session session, List<PluginName> unknown) {
    for (PluginName plugin : unknown) {
      session.complain("no run of the plugin " + plugin.value() + " is known");
    }
    return unknown.isEmpty() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  /**
   * What comes of the words of an option.
   *
   * @throws UsageException with the name of the option, if they are refused
   */
  static <T> T checked(String option, Supplier<T> words) {
    try {
      return words.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
