package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.groupingBy;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.PythonTables.EstimateLine;
import org.updateall.adapters.duckdb.PythonTables.ExecutionLine;
import org.updateall.adapters.duckdb.PythonTables.Orphan;
import org.updateall.adapters.duckdb.PythonTables.RunLine;
import org.updateall.adapters.duckdb.PythonTables.StepLine;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.Conversion.LeftOut;

/** The runs of a database of the Python update-all, one after another, and what is none. */
final class PythonRuns implements Iterator<Run> {

  private static final int PAGE_SIZE = 500;

  private final PythonTables tables;
  private final ZoneId zone;
  private final Deque<Run> ready = new ArrayDeque<>();
  private final Set<RunId> seen = new HashSet<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private long leftOutCount;
  private @Nullable String last;
  private boolean atEnd;

  PythonRuns(PythonTables tables, ZoneId zone) {
    this.tables = tables;
    this.zone = zone;
    for (Orphan orphan : tables.orphans()) {
      leaveOut(
          new LeftOut(
              orphan.tableName(),
              orphan.id(),
              List.of("belongs to %s, which is not there".formatted(orphan.owner()))));
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !atEnd) {
      readPage();
    }
    return !ready.isEmpty();
  }

  @Override
  public Run next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there is no further run");
    }
    return ready.remove();
  }

  long leftOutCount() {
    return leftOutCount;
  }

  /** The first of what was left out. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  private void readPage() {
    List<RunLine> lines = tables.runs(last, PAGE_SIZE);
    if (lines.isEmpty()) {
      atEnd = true;
      return;
    }
    String first = lines.get(0).runId();
    String end = lines.get(lines.size() - 1).runId();
    Map<String, List<ExecutionLine>> executions =
        tables.executions(first, end).stream().collect(groupingBy(ExecutionLine::runId));
    Map<String, List<StepLine>> steps =
        tables.steps(first, end).stream().collect(groupingBy(StepLine::executionId));
    Map<String, List<EstimateLine>> estimates =
        tables.estimates(first, end).stream().collect(groupingBy(EstimateLine::executionId));
    for (RunLine line : lines) {
      read(line, executions.getOrDefault(line.runId(), List.of()), steps, estimates);
    }
    last = end;
  }

  private void read(
      RunLine line,
      List<ExecutionLine> executions,
      Map<String, List<StepLine>> steps,
      Map<String, List<EstimateLine>> estimates) {
    PythonRunReader reader = new PythonRunReader(zone, line);
    Run run = reader.run(executions, steps, estimates);
    if (run == null) {
      leaveOut(new LeftOut("runs", line.runId(), reader.reasons()));
    } else if (seen.add(run.runId())) {
      ready.add(run);
    } else {
      leaveOut(
          new LeftOut("runs", line.runId(), List.of("has the same identity as a run before it")));
    }
  }

  private void leaveOut(LeftOut record) {
    leftOutCount++;
    if (leftOut.size() < Conversion.MAX_LEFT_OUT) {
      leftOut.add(record);
    }
  }
}
