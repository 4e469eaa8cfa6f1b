package org.updateall.fleet.spark;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.updateall.domain.fleet.PartitionFacts;
import org.updateall.domain.fleet.PartitionVerdicts;

/**
 * Trains every series of a fleet on Spark: looks through all files of the tree, learns what new
 * hosts may expect, trains every series and writes what came of it.
 *
 * <pre>
 * files   ─ ReadFacts ─▶ facts ─ PartitionVerdicts (driver) ─▶ files that are taken
 * taken   ─ ReadRows ─▶ a row for each target ─ group, newest first ─▶ series
 * series  ─ LearnEvidence ─▶ evidence ─ group by kind ─ PoolKind ─▶ priors, broadcast
 * series  ─ TrainGroup ─▶ forecast and model ─▶ results ─▶ forecasts/, models/
 * </pre>
 */
final class FleetTraining {

  private static final String[] SERIES = {"host", "plugin_name", "target"};

  private final SparkSession spark;
  private final JobOptions options;
  private final SharedTree tree;
  private final UsableRows usable;
  private final JobCounters counters;
  private final TaskTotals totals = new TaskTotals();
  private final Tasks tasks;

  FleetTraining(SparkSession spark, JobOptions options) {
    this.spark = spark;
    this.options = options;
    this.tree = SharedTree.of(options.input(), spark.sparkContext());
    this.usable = new UsableRows(options.until());
    this.counters = JobCounters.of(spark.sparkContext());
    this.tasks = new Tasks(spark.sparkContext().defaultParallelism(), options.partitions());
    SessionSettings.apply(spark);
  }

  /**
   * @return why there is nothing to train, or the output cannot be taken
   * @throws UncheckedIOException if the tree cannot be read or the output not be written
   */
  Either<String, JobReport> run() {
    OutputDraft draft = OutputDraft.at(options.output(), tree.configuration());
    spark.sparkContext().addSparkListener(totals);
    try {
      Option<String> refusal = draft.refusal();
      return refusal.isDefined() ? Either.left(refusal.get()) : run(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      spark.sparkContext().removeSparkListener(totals);
    }
  }

  private Either<String, JobReport> run(OutputDraft draft) throws IOException {
    TreeListing listing = TreeListing.of(tree);
    PartitionVerdicts verdicts = PartitionVerdicts.of(survey(listing));
    Option<Instant> asOf = verdicts.asOf();
    if (asOf.isEmpty()) {
      return Either.left(
          "%s holds no executions that can be learned from. Let hosts export into it: update-all export --fleet DIR."
              .formatted(options.input()));
    }
    draft.begin();
    return Either.right(train(rows(listing, verdicts), verdicts, asOf.get(), draft));
  }

  private List<PartitionFacts> survey(TreeListing listing) {
    describe("Reading every file of the tree");
    return files(listing.partitions(), tasks.reading(listing))
        .map(new ReadFacts(tree, usable), ReadFacts.TABLE.encoder())
        .collectAsList()
        .stream()
        .map(ReadFacts.TABLE::fromRow)
        .toList();
  }

  private JobReport train(
      Dataset<Row> rows, PartitionVerdicts verdicts, Instant asOf, OutputDraft draft)
      throws IOException {
    SharedPriors priors = priors(rows, asOf);
    describe("Training every series");
    JobOutput output = new JobOutput(spark, draft);
    output.keep(
        grouped(rows, ReadRows.TABLE, columns(SERIES))
            .flatMapSortedGroups(
                SeriesOfGroup.order(),
                new TrainGroup(options, SharedPriors.broadcast(priors, spark), counters),
                TrainGroup.encoder()));
    describe("Writing the output");
    return output.finish(priors.table(), verdicts.reports(), figures());
  }

  private Map<String, Long> figures() {
    Map<String, Long> figures = new LinkedHashMap<>(counters.figures());
    figures.putAll(totals.figures());
    return figures;
  }

  /** Every execution that can be learned from, once for every target, each series together. */
  private Dataset<Row> rows(TreeListing listing, PartitionVerdicts verdicts) {
    List<String> partitions = verdicts.taken().stream().map(PartitionFacts::partition).toList();
    return files(partitions, tasks.reading(listing))
        .flatMap(new ReadRows(tree, usable, counters.rows()), ReadRows.TABLE.encoder())
        .repartition(tasks.training(verdicts), columns(SERIES));
  }

  private SharedPriors priors(Dataset<Row> rows, Instant asOf) {
    describe("Learning what new hosts may expect");
    Dataset<Row> evidence =
        grouped(rows, ReadRows.TABLE, columns(SERIES))
            .flatMapSortedGroups(
                SeriesOfGroup.order(),
                new LearnEvidence(options, asOf),
                LearnEvidence.TABLE.encoder());
    List<KeptPrior> priors =
        grouped(evidence, LearnEvidence.TABLE, EvidenceRow.kind())
            .flatMapGroups(new PoolKind(asOf), PoolKind.TABLE.encoder())
            .collectAsList()
            .stream()
            .map(PoolKind.TABLE::fromRow)
            .toList();
    return new SharedPriors(priors, asOf);
  }

  /** The keys are columns already: groupByKey would make them again, and shuffle them twice. */
  private static KeyValueGroupedDataset<Row, Row> grouped(
      Dataset<Row> rows, RecordTable<?> table, Column... keys) {
    return rows.groupBy(keys).as(rows.select(keys).encoder(), table.encoder());
  }

  private Dataset<String> files(List<String> partitions, int tasks) {
    return spark.createDataset(partitions, Encoders.STRING()).repartition(tasks);
  }

  private void describe(String what) {
    spark.sparkContext().setJobDescription(what);
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(functions::col).toArray(Column[]::new);
  }
}
