package org.updateall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.migrating.MigrationReport;
import org.updateall.application.training.TrainingReport;
import org.updateall.application.training.TrainingRequest;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the whole way from an old history to calibrated estimates. */
@Command(
    name = "demo",
    description = {
      "Show the whole way from an old history to calibrated estimates, in a throw-away place.",
      "",
      "A made-up year of one machine's updates is imported, models are trained and checked on the "
          + "past, and the next run is estimated. Your own history is not touched."
    },
    footer = {"", "Examples:", "  update-all demo"})
final class DemoCommand implements Callable<Integer> {

  private static final long SEED = 2026;
  private static final double LEAST_COVERAGE = 0.85;
  private static final double GREATEST_COVERAGE = 0.95;
  private static final double SHARE_OF_OLD_RUNS = 0.5;

  @ParentCommand private UpdateAllCommand root;

  @Override
  public Integer call() {
    return demonstrate(root.session());
  }

  /** Shows it; the exit code. */
  static int demonstrate(Session session) {
    try (ThrowAwayDirectory place = ThrowAwayDirectory.create()) {
      return demonstrate(session, place.path());
    } catch (IOException e) {
      throw new UncheckedIOException("the demo has no place to work in: " + e.getMessage(), e);
    }
  }

  private static int demonstrate(Session session, Path place) throws IOException {
    List<Run> year = new SyntheticHistory(SEED).runs();
    int old = (int) (year.size() * SHARE_OF_OLD_RUNS);
    Path file = place.resolve("history.json");
    LegacyFile.write(file, year.subList(0, old));
    Settings settings =
        Settings.of(place.resolve("history.duckdb")).withHostname(SyntheticHistory.HOSTNAME);
    try (UpdateAll updateAll = UpdateAll.open(settings)) {
      MigrationReport migration = migrate(session, updateAll, file);
      year.subList(old, year.size()).forEach(updateAll::record);
      TrainingReport training =
          updateAll.train(
              new TrainingRequest(
                  List.of(),
                  HostScope.everyHost(),
                  TrainingOptions.defaults(),
                  PredictionInterval.DEFAULT_LEVEL),
              session.progress());
      RunEstimate estimate =
          updateAll.estimate(
              new EstimateRequest(
                  List.of(),
                  HostScope.everyHost(),
                  TrainingOptions.defaults(),
                  PredictionInterval.DEFAULT_LEVEL),
              session.progress());
      double coverage = coverage(training);
      if (session.json()) {
        session.printJson(document(migration, training, estimate, coverage));
      } else {
        show(session, migration, year.size() - old, training, estimate, coverage);
      }
      boolean asPromised = LEAST_COVERAGE <= coverage && coverage <= GREATEST_COVERAGE;
      return asPromised ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
    }
  }

  private static MigrationReport migrate(Session session, UpdateAll updateAll, Path file) {
    return updateAll
        .importLegacyHistory(
            file,
            new LegacyReading(ZoneOffset.UTC, SyntheticHistory.HOSTNAME),
            false,
            session.progress())
        .getOrElseThrow(refused -> new IllegalStateException(refused.message()));
  }

  private static double coverage(TrainingReport training) {
    int origins = 0;
    int misses = 0;
    for (Training trained : training.trained()) {
      Backtest backtest = trained.backtest();
      origins += backtest.origins();
      misses += backtest.below() + backtest.above();
    }
    return origins == 0 ? 0 : (double) (origins - misses) / origins;
  }

  private static void show(
      Session session,
      MigrationReport migration,
      int recorded,
      TrainingReport training,
      RunEstimate estimate,
      double coverage) {
    session.heading("1. A year of updates of one machine (made up)");
    session.print("");
    session.print(
        "%s imported from an old history.json, which holds times only;"
            .formatted(Count.of(migration.survey().runs(), "run")));
    session.print(
        "%s recorded since, with CPU time, memory and download."
            .formatted(Count.of(recorded, "run")));
    session.print("");
    session.heading("2. Models, checked on the past: each value forecast from those before it");
    session.print("");
    TrainCommand.showModels(session, training, PredictionInterval.DEFAULT_LEVEL);
    session.print("");
    session.print(
        "Over all models %s of the values lay inside their %s interval."
            .formatted(
                Quantity.percent(coverage), Quantity.level(PredictionInterval.DEFAULT_LEVEL)));
    session.print("");
    session.heading("3. What to expect");
    session.print("");
    EstimateTable.show(session, estimate);
    session.print("");
    session.print("Nothing of this was kept. With your own history:");
    session.print("  update-all import --from-system");
    session.print("  update-all import ~/.local/share/update-all/history.json");
    session.print("  update-all estimate");
    session.print("  update-all explain");
  }

  private static Map<String, Object> document(
      MigrationReport migration, TrainingReport training, RunEstimate estimate, double coverage) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("coverage", Json.share(coverage));
    document.put("import", ImportCommand.document(migration));
    document.put(
        "training",
        TrainCommand.document(
            training, PredictionInterval.DEFAULT_LEVEL, TrainingOptions.defaults().intervals()));
    document.put("estimate", EstimateDocument.of(estimate));
    return document;
  }
}
