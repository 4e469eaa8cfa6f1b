package org.updateall.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Measures, and puts the table into a document. Arguments: what to measure, and the document. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws IOException, RunnerException {
    Path document = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "short" -> write(document, measured(Plan.SHORT), Plan.SHORT);
      case "full" -> write(document, measured(Plan.FULL), Plan.FULL);
      case "scaling" -> new MarkedSection("scaling").write(document, Scaling.measured());
      default -> throw new IllegalArgumentException("there is no " + arguments[0]);
    }
  }

  private static List<RunResult> measured(Plan plan) throws RunnerException {
    List<RunResult> results = new ArrayList<>();
    for (var part : plan.parts()) {
      Collection<RunResult> measured = new Runner(part).run();
      results.addAll(measured);
    }
    return results;
  }

  private static void write(Path document, List<RunResult> results, Plan plan) throws IOException {
    new MarkedSection("times").write(document, TimesTable.of(results, plan.title()));
  }
}
