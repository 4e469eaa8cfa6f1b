package org.updateall.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.inspecting.PredictionAccuracy;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says how well what was foretold of runs came true. */
@Command(
    name = "accuracy",
    description = {
      "Say how well what was foretold of runs came true, and whether it beats what you would go by "
          + "otherwise.",
      "",
      "Judged is what was foretold when a run began, not what estimate says in between. INSIDE is the "
          + "share of outcomes within the bounds, to be compared with the LEVEL promised; BAND is what "
          + "so many runs can tell of it (95 %%). TENTHS shows in which tenth of what was thought possible "
          + "the outcomes fell, the smallest first: even is right, high at both ends is too sure, high in "
          + "the middle too cautious. BELOW is the share of outcomes below the figure foretold, 50 %% if it "
          + "is in the middle; BIAS is above 0 if too much is foretold.",
      "",
      "ERROR is the mean error; beside it, in proportion to that of three rules: as the last run, the "
          + "mean of the last three, and the trimmed mean of the Python update-all. SCORE is the interval "
          + "score in proportion to \"as last time, give or take the past errors of that\". Below 1 is "
          + "better than the rule."
    },
    footer = {
      "",
      "Examples:",
      "  update-all accuracy",
      "  update-all accuracy apt snap --days 90",
      "  update-all accuracy --host atlas --json"
    })
final class AccuracyCommand implements Callable<Integer> {

  private static final String NOTHING_FORETOLD =
      "Nothing was foretold yet. Predictions are remembered when a run begins that is to be"
          + " recorded, not by estimate; see the guide on accuracy.";
  private static final String NO_LEDGER =
      "A history.json has no place for what was foretold. To bring it into the database:"
          + " update-all import ";

  @ParentCommand private UpdateAllCommand root;

  @Mixin private PluginParameters plugins = new PluginParameters();

  @Mixin private HostFilter host = new HostFilter();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Only what was foretold in the last N days (default: all).")
  private @Nullable Integer days;

  @Override
  public Integer call() {
    Session session = root.session();
    List<PluginName> names = plugins.names();
    Instant from = days == null ? null : LastDays.begin(session, days);
    try (UpdateAll updateAll = session.open()) {
      PredictionAccuracy accuracy = updateAll.predictionAccuracy(names, host.scope(), from);
      show(session, accuracy);
      int code = host.exitCode(session, updateAll);
      return code == ExitCode.DONE
          ? ForecastChoices.complainOf(session, updateAll.unknownPlugins(names, host.scope()))
          : code;
    }
  }

  private void show(Session session, PredictionAccuracy accuracy) {
    PredictionAccuracyReport report = new PredictionAccuracyReport(accuracy);
    if (session.json()) {
      session.printJson(report.document());
    } else if (accuracy.predictions() > 0) {
      report.show(session);
    } else if (session.settings().isLegacyHistory()) {
      session.print(NO_LEDGER + session.settings().database());
    } else {
      session.print(days == null ? NOTHING_FORETOLD : "Nothing was foretold in that time.");
    }
  }
}
