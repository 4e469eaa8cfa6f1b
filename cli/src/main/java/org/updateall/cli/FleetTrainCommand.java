package org.updateall.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetOptions;
import org.updateall.application.fleet.FleetTrainingReport;
import org.updateall.application.fleet.FleetTrainingRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.forecast.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains a model of every series of a fleet, and forecasts its next run. */
@Command(
    name = "train",
    description = {
      "Train a model of every measure of every plugin on every host, forecast the next run of each, "
          + "and learn what new hosts may expect.",
      "",
      "DIR of --output then holds forecasts and models as Parquet, the priors for new hosts, and what "
          + "became of each file of the tree. What cannot be read is reported and left out. A training "
          + "that was interrupted goes on where it was.",
      "",
      "--engine spark hands the same work to Apache Spark 4, which has to be there, by its "
          + "spark-submit; what comes of it is the same. DIRs may then lie wherever Spark can read and "
          + "write, such as hdfs://... or s3a://..."
    },
    footer = {
      "",
      "Examples:",
      "  update-all fleet train --input /srv/fleet --output /srv/forecasts",
      "  update-all fleet train --input tree --output forecasts --latest 365",
      "  update-all fleet train --input tree --output out --engine spark --master yarn"
    })
final class FleetTrainCommand implements Callable<Integer> {

  private static final int SHOWN_WITHOUT_JSON = 20;

  /** On what the work is done. */
  enum Engine {
    LOCAL,
    SPARK
  }

  @ParentCommand private FleetCommand parent;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      required = true,
      description = "The tree that hosts export into.")
  private String input = "";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The directory to make; an earlier output there is replaced at the end.")
  private String output = "";

  @Mixin private LevelChoice level = new LevelChoice();

  @Option(
      names = "--latest",
      paramLabel = "N",
      description =
          "Use the newest N executions of a plugin on a host at most (default: ${DEFAULT-VALUE}).")
  private int latest = FleetOptions.DEFAULT_LATEST;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The zone whose clock says hour and day of a run, such as Europe/Warsaw (default: UTC).")
  private String zone = "UTC";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Train N series at a time (default: as many as there are processors).")
  private @Nullable Integer threads;

  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      description = "Train on this machine, or on Apache Spark (default: local).")
  private Engine engine = Engine.LOCAL;

  @Mixin private SparkChoices spark = new SparkChoices();

  @Override
  public Integer call() {
    Session session = parent.session();
    FleetTrainingRequest request = request(session);
    if (engine == Engine.SPARK) {
      if (threads != null) {
        throw new UsageException(
            "--threads goes with --engine local; for Spark: --master local[N]");
      }
      return spark.train(session, jobOptions(request), outcome -> show(session, outcome));
    }
    spark.requireNone();
    return trainHere(session, request);
  }

  private List<String> jobOptions(FleetTrainingRequest request) {
    return List.of(
        "--input",
        input,
        "--output",
        output,
        "--level",
        Double.toString(request.level()),
        "--latest",
        Integer.toString(request.latest()),
        "--zone",
        request.training().zone().getId());
  }

  private int trainHere(Session session, FleetTrainingRequest request) {
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      return updateAll
          .trainFleet(request, session.progress())
          .fold(
              refused -> {
                session.complain(refused.message());
                return ExitCode.FILE_REFUSED;
              },
              report -> show(session, report));
    }
  }

  private FleetTrainingRequest request(Session session) {
    TrainingOptions options = new TrainingOptions(null, 1, null, null, false, session.zone(zone));
    return ForecastChoices.checked(
        "fleet train",
        () ->
            new FleetTrainingRequest(
                Path.of(input),
                Path.of(output),
                options,
                level.level(),
                latest,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads));
  }

  private int show(Session session, SparkOutcome outcome) {
    if (session.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("output", output);
      document.putAll(outcome.metrics());
      session.printJson(document);
    } else {
      session.print(
          "Learned from %s: %s and %s, priors for %s of series, in %s."
              .formatted(
                  outcome.counted("executions", "execution"),
                  outcome.counted("forecasts", "forecast"),
                  outcome.counted("models", "model"),
                  outcome.counted("priors", "kind"),
                  output));
      outcome.leftOut().stream().limit(SHOWN_WITHOUT_JSON).forEach(session::complain);
      complainOfMore(session, outcome.leftOut().size());
    }
    return outcome.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  private int show(Session session, FleetTrainingReport report) {
    if (session.json()) {
      session.printJson(document(report));
    } else {
      session.print(
          "Learned from %s on %s: %s and %s, priors for %s, in %s."
              .formatted(
                  Count.of(report.rows(), "execution"),
                  Count.of(report.hosts(), "host"),
                  Count.of(report.forecasts(), "forecast"),
                  Count.of(report.models(), "model"),
                  Count.of(report.priors().priors().size(), "kind") + " of series",
                  output));
      complainOf(session, report.leftOut());
    }
    return report.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  private void complainOf(Session session, List<PartitionReport> leftOut) {
    for (PartitionReport each : leftOut.stream().limit(SHOWN_WITHOUT_JSON).toList()) {
      session.complain("%s: %s.".formatted(each.partition(), each.reason()));
    }
    complainOfMore(session, leftOut.size());
  }

  private void complainOfMore(Session session, int all) {
    if (all > SHOWN_WITHOUT_JSON) {
      session.complain(
          "%s more were not taken whole; %s names them all."
              .formatted(Count.of(all - SHOWN_WITHOUT_JSON, "file"), output + "/partitions.json"));
    }
  }

  private Map<String, Object> document(FleetTrainingReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("output", Path.of(output).toAbsolutePath().normalize().toString());
    document.put("as_of", report.priors().asOf().toString());
    document.put("hosts", report.hosts());
    document.put("executions", report.rows());
    document.put("forecasts", report.forecasts());
    document.put("models", report.models());
    document.put("priors", report.priors().priors().size());
    document.put("left_out", report.leftOut().stream().map(FleetTrainCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(PartitionReport report) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("partition", report.partition());
    document.put("rows", report.rows());
    document.put("left_out", report.leftOut());
    document.put("reason", report.reason());
    return document;
  }
}
