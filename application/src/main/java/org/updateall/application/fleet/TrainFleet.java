package org.updateall.application.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.FleetTree;
import org.updateall.domain.fleet.PartitionFacts;
import org.updateall.domain.fleet.PartitionVerdicts;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.Target;

/**
 * Use case: train every series of a fleet on this machine. First all hosts say what new ones may
 * expect, then every series is trained and its next run forecast, some hosts at a time, so that
 * memory does not grow with the fleet. What an interruption leaves is gone on with.
 */
public final class TrainFleet {

  private static final Logger LOG = LoggerFactory.getLogger(TrainFleet.class);
  private static final int HOSTS_AT_A_TIME = 50;

  private final FleetTree tree;
  private final FleetOutput output;
  private final TrainFleetSeries trainer;
  private final PriorLearner learner;
  private final Clock clock;

  public TrainFleet(
      FleetTree tree, FleetOutput output, ModelTrainer trainer, PriorLearner learner, Clock clock) {
    this.tree = tree;
    this.output = output;
    this.trainer = new TrainFleetSeries(trainer);
    this.learner = learner;
    this.clock = clock;
  }

  /**
   * @return the refusal, if there is nothing to learn from or the output cannot be taken
   * @throws UncheckedIOException if the tree cannot be read, or the output not be written
   * @throws CancellationException if this thread is interrupted; the next call goes on from there
   */
  public Either<TargetRefused, FleetTrainingReport> train(
      FleetTrainingRequest request, Progress progress) {
    Instant until = PartitionVerdicts.latest(clock.instant());
    PartitionVerdicts verdicts = survey(request.input(), until, progress);
    Option<Instant> asOf = verdicts.asOf();
    if (asOf.isEmpty()) {
      return Either.left(nothing(request.input(), verdicts));
    }
    FleetOptions options =
        new FleetOptions(request.training(), request.level(), request.latest(), asOf.get());
    return output
        .begin(request.output(), plan(request, options, verdicts))
        .map(draft -> new Course(request, until, options, verdicts, draft, progress).report());
  }

  private PartitionVerdicts survey(Path input, Instant until, Progress progress) {
    progress.begin("Reading the tree", Progress.UNKNOWN);
    try {
      return PartitionVerdicts.of(tree.survey(input, until, progress::advance));
    } finally {
      progress.end();
    }
  }

  private static TargetRefused nothing(Path input, PartitionVerdicts verdicts) {
    return verdicts.reports().stream()
        .filter(each -> !each.isWhole())
        .findFirst()
        .map(
            each ->
                new TargetRefused(
                    input,
                    "has no file that can be learned from: %s, for one: %s"
                        .formatted(each.partition(), each.reason()),
                    "Mend it."))
        .orElseGet(
            () ->
                new TargetRefused(
                    input,
                    "holds no executions of hosts",
                    "Let hosts export into it: update-all export --fleet DIR."));
  }

  /** Differs where what comes of it may differ. */
  private String plan(
      FleetTrainingRequest request, FleetOptions options, PartitionVerdicts verdicts) {
    List<String> partitions = verdicts.taken().stream().map(PartitionFacts::partition).toList();
    String all = options.signature() + verdicts.taken() + tree.version(request.input(), partitions);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** One training from here on. */
  private final class Course {

    private final FleetTrainingRequest request;
    private final Instant until;
    private final FleetOptions options;
    private final PartitionVerdicts verdicts;
    private final FleetOutput.Draft draft;
    private final Progress progress;
    private final List<List<String>> batches;
    private final int hosts;

    Course(
        FleetTrainingRequest request,
        Instant until,
        FleetOptions options,
        PartitionVerdicts verdicts,
        FleetOutput.Draft draft,
        Progress progress) {
      this.request = request;
      this.until = until;
      this.options = options;
      this.verdicts = verdicts;
      this.draft = draft;
      this.progress = progress;
      SortedMap<String, List<String>> byHost = partitionsByHost(verdicts.taken());
      this.hosts = byHost.size();
      this.batches = batches(byHost);
    }

    FleetTrainingReport report() {
      try (FleetOutput.Draft closing = draft) {
        PriorTable priors = priors();
        progress.begin("Training hosts", batches.size());
        for (int number = 0; number < batches.size(); number++) {
          if (!closing.hasPart(number)) {
            write(number, priors);
          }
          progress.advance();
        }
        FleetOutput.Counts counts = closing.finish(priors, verdicts.reports());
        LOG.atInfo()
            .addKeyValue("hosts", hosts)
            .addKeyValue("forecasts", counts.forecasts())
            .addKeyValue("models", counts.models())
            .log("fleet trained");
        return new FleetTrainingReport(
            verdicts.reports(), hosts, counts.forecasts(), counts.models(), priors);
      } finally {
        progress.end();
      }
    }

    private PriorTable priors() {
      PoolPriors pool = new PoolPriors(learner);
      progress.begin("Learning from hosts", batches.size());
      try {
        for (List<String> batch : batches) {
          List<FleetSeries> series = series(batch);
          List<Option<SeriesEvidence>> evidence =
              work().on(series, each -> learner.evidence(each.series(), request.training()));
          for (int i = 0; i < series.size(); i++) {
            FleetSeries each = series.get(i);
            evidence.get(i).peek(said -> pool.add(each, said));
          }
          progress.advance();
        }
        return pool.table(options.asOf());
      } finally {
        progress.end();
      }
    }

    private void write(int number, PriorTable priors) {
      List<FleetResult> results =
          work().on(series(batches.get(number)), each -> trainer.train(each, options, priors));
      List<FleetForecast> forecasts =
          results.stream()
              .map(FleetResult::forecast)
              .filter(Objects::nonNull)
              .sorted(FleetForecast.ORDER)
              .toList();
      List<FleetModel> models =
          results.stream()
              .map(FleetResult::model)
              .filter(Objects::nonNull)
              .sorted(FleetModel.ORDER)
              .toList();
      draft.writePart(number, forecasts, models);
    }

    private SeriesWork work() {
      return new SeriesWork(request.threads(), "", Progress.none());
    }

    private List<FleetSeries> series(List<String> partitions) {
      List<FleetSeries> series = new ArrayList<>();
      ZoneId zone = request.training().zone();
      tree.visit(
          request.input(),
          partitions,
          until,
          request.latest(),
          rows -> seriesOf(rows, zone).forEach(series::add));
      return series;
    }
  }

  private static Stream<FleetSeries> seriesOf(List<FleetRow> rows, ZoneId zone) {
    return Arrays.stream(Target.values()).map(target -> FleetSeries.of(rows, target, zone));
  }

  private static SortedMap<String, List<String>> partitionsByHost(List<PartitionFacts> taken) {
    SortedMap<String, List<String>> byHost = new TreeMap<>();
    for (PartitionFacts each : taken) {
      if (each.host() != null) {
        byHost.computeIfAbsent(each.host(), unused -> new ArrayList<>()).add(each.partition());
      }
    }
    return byHost;
  }

  /** The partitions of some hosts at a time, by host. */
  private static List<List<String>> batches(SortedMap<String, List<String>> byHost) {
    List<List<String>> batches = new ArrayList<>();
    int inBatch = HOSTS_AT_A_TIME;
    for (List<String> partitions : byHost.values()) {
      if (inBatch == HOSTS_AT_A_TIME) {
        batches.add(new ArrayList<>());
        inBatch = 0;
      }
      batches.get(batches.size() - 1).addAll(partitions);
      inBatch++;
    }
    return batches;
  }
}
