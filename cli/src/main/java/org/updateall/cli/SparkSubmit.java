package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Apache Spark's own program for handing a job to a cluster. Spark is no part of this program: who
 * has a cluster has it.
 *
 * @param program where it is
 * @param job the jar of the job
 */
record SparkSubmit(Path program, Path job) {

  private static final String NAME = "spark-submit";
  private static final String JOB = "org.updateall.fleet.spark.FleetJob";

  /** In a package, and in a source tree that was built. */
  private static final List<String> PLACES =
      List.of("lib/fleet", "../../../fleet-spark/target", "../fleet-spark/target");

  /**
   * @param environment may name SPARK_HOME; else the program is looked for on the PATH
   * @param sparkHome where Spark is, before all
   * @param job the jar, where it is not beside this program
   * @param ownHome where this program is
   * @return why there is none, with the remedy
   */
  static Either<String, SparkSubmit> find(
      Map<String, String> environment, @Nullable Path sparkHome, @Nullable Path job, Path ownHome) {
    Option<Path> program = program(environment, sparkHome);
    if (program.isEmpty()) {
      return Either.left(
          sparkHome == null
              ? "there is no spark-submit: name Spark's directory with --spark-home or SPARK_HOME,"
                  + " or use --engine local"
              : "there is no bin/spark-submit in " + sparkHome);
    }
    return jar(job, ownHome)
        .map(found -> new SparkSubmit(program.get(), found))
        .toEither(
            job == null
                ? "the job for Spark is not beside this program: build it with mvn package, or name"
                    + " its jar with --job"
                : "there is no file " + job);
  }

  private static Option<Path> program(Map<String, String> environment, @Nullable Path sparkHome) {
    String home = environment.getOrDefault("SPARK_HOME", "");
    if (sparkHome != null) {
      return executable(sparkHome.resolve("bin").resolve(NAME));
    }
    if (!home.isEmpty()) {
      return executable(Path.of(home, "bin", NAME));
    }
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Option<Path> found = executable(Path.of(folder).resolve(NAME));
      if (found.isDefined()) {
        return found;
      }
    }
    return Option.none();
  }

  private static Option<Path> executable(Path file) {
    return Option.when(Files.isExecutable(file) && Files.isRegularFile(file), file);
  }

  private static Option<Path> jar(@Nullable Path named, Path ownHome) {
    if (named != null) {
      return Option.when(Files.isRegularFile(named), named);
    }
    for (String place : PLACES) {
      Option<Path> found = jarIn(ownHome.resolve(place).normalize());
      if (found.isDefined()) {
        return found;
      }
    }
    return Option.none();
  }

  private static Option<Path> jarIn(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Option.none();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return Option.ofOptional(
          files
              .filter(file -> file.getFileName().toString().endsWith("-job.jar"))
              .sorted()
              .findFirst());
    } catch (IOException e) {
      return Option.none();
    }
  }

  /** The whole command line. */
  List<String> words(List<String> submitOptions, List<String> jobOptions) {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.add("--class");
    words.add(JOB);
    words.addAll(submitOptions);
    words.add(job.toString());
    words.addAll(jobOptions);
    return List.copyOf(words);
  }

  /**
   * Hands the job over and waits for its end. When this process ends before it, so does Spark's.
   *
   * @param eachLine is told of what Spark and the job say, as it comes
   * @return the exit code
   * @throws IOException if it cannot be started
   * @throws InterruptedException if this thread is interrupted; Spark's process is ended then
   */
  int run(List<String> submitOptions, List<String> jobOptions, Consumer<String> eachLine)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words(submitOptions, jobOptions)).redirectErrorStream(true).start();
    Thread ending = new Thread(process::destroy, "end of spark-submit");
    Runtime.getRuntime().addShutdownHook(ending);
    try (BufferedReader output = process.inputReader(UTF_8)) {
      process.getOutputStream().close();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        eachLine.accept(line);
      }
      return process.waitFor();
    } finally {
      process.destroy();
      forget(ending);
    }
  }

  private static void forget(Thread hook) {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook has run.
    }
  }
}
