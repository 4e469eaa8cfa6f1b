package org.updateall.cli;

import io.vavr.control.Either;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Spark is meant, and how a job is handed to it. */
final class SparkChoices {

  /** Of what Spark said, as much is told where it failed although nobody wants to hear of it. */
  private static final int LAST_LINES = 20;

  @Option(
      names = "--spark-home",
      paramLabel = "DIR",
      description =
          "With --engine spark: where Spark is (default: SPARK_HOME, else spark-submit on the PATH).")
  private @Nullable Path home;

  @Option(
      names = "--job",
      paramLabel = "FILE.jar",
      description = "With --engine spark: the jar of the job (default: that beside this program).")
  private @Nullable Path job;

  @Option(
      names = "--master",
      paramLabel = "MASTER",
      description =
          "With --engine spark: the cluster, as spark-submit names it: spark://host:7077, yarn, k8s://..., "
              + "local[4] (default: what Spark's own configuration says).")
  private @Nullable String master;

  @Option(
      names = "--submit-option",
      paramLabel = "WORD",
      description =
          "With --engine spark: a further word for spark-submit, such as --executor-memory=4g. May be "
              + "given several times.")
  private List<String> further = List.of();

  /**
   * @throws UsageException if something is chosen, although Spark is not
   */
  void requireNone() {
    if (home != null || job != null || master != null || !further.isEmpty()) {
      throw new UsageException(
          "--spark-home, --job, --master and --submit-option go with --engine spark");
    }
  }

  /**
   * Has Spark do it; the exit code.
   *
   * @param show is told what the job says of itself when it is done, and makes an exit code of it
   */
  int train(Session session, List<String> jobOptions, ToIntFunction<SparkOutcome> show) {
    Either<String, SparkSubmit> found =
        SparkSubmit.find(session.environment(), home, job, ownHome());
    return found.fold(
        reason -> {
          session.complain("--engine spark: " + reason);
          return ExitCode.NOT_AS_HOPED;
        },
        submit -> run(session, submit, jobOptions, show));
  }

  private int run(
      Session session,
      SparkSubmit submit,
      List<String> jobOptions,
      ToIntFunction<SparkOutcome> show) {
    Deque<String> last = new ArrayDeque<>();
    SparkOutcome outcome = new SparkOutcome();
    session.remark("Spark trains the fleet; with --verbose you see what it says of that.");
    try {
      int code =
          submit.run(
              submitOptions(),
              jobOptions,
              line -> {
                outcome.read(line);
                if (session.verbose()) {
                  session.remark(line);
                }
                last.addLast(line);
                if (last.size() > LAST_LINES) {
                  last.removeFirst();
                }
              });
      return code == 0 ? show.applyAsInt(outcome) : complain(session, code, last);
    } catch (IOException e) {
      session.complain("spark-submit cannot be started: " + e.getMessage());
      return ExitCode.NOT_AS_HOPED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private static int complain(Session session, int code, Deque<String> last) {
    if (!session.verbose()) {
      last.forEach(session::complain);
    }
    session.complain("spark-submit ended with exit code %d; nothing was replaced".formatted(code));
    return ExitCode.NOT_AS_HOPED;
  }

  private List<String> submitOptions() {
    List<String> words = new ArrayList<>();
    if (master != null) {
      words.add("--master");
      words.add(master);
    }
    words.addAll(further);
    return words;
  }

  /** Where this program lies: above the folder of its jars. */
  private static Path ownHome() {
    CodeSource source = SparkChoices.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      Path folder = jar.resolveSibling("..").normalize();
      return folder;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class is somewhere", e);
    }
  }
}
