package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.inspecting.SeriesRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.SeriesPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Follows a measure of a plugin through time. */
@Command(
    name = "series",
    description = {
      "Follow a measure of a plugin through time, oldest first.",
      "",
      "Without --step and --steps each value is that of a whole execution, or, with --phase, of its "
          + "steps of that phase taken together. Executions of every status are listed."
    },
    footer = {
      "",
      "Examples:",
      "  update-all series apt",
      "  update-all series apt --measure download",
      "  update-all series apt --measure speed --steps --json"
    })
final class SeriesCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Parameters(paramLabel = "PLUGIN", description = "Which plugin.")
  private String plugin = "";

  @Option(
      names = "--measure",
      paramLabel = "MEASURE",
      converter = MeasureWord.Converter.class,
      description = "What to follow (default: time). One of " + MeasureWord.CHOICES + ".")
  private Measure measure = Measure.WALL_CLOCK;

  @Option(names = "--step", paramLabel = "NAME", description = "Only the steps of that name.")
  private @Nullable String step;

  @Option(names = "--steps", description = "Each step on its own.")
  private boolean steps;

  @Mixin private HistoryChoices choices = new HistoryChoices();

  @Override
  public Integer call() {
    Session session = root.session();
    PluginName name = PluginParameters.name("PLUGIN", plugin);
    HistoryFilter filter = choices.filter(session, List.of(name));
    LocalClock clock = new LocalClock(choices.zone(session));
    try (UpdateAll updateAll = session.open()) {
      List<SeriesPoint> points = updateAll.series(request(filter));
      if (session.json()) {
        session.printJson(document(name, points));
      } else if (!points.isEmpty()) {
        session.print(table(points, clock));
      }
      int code = choices.exitCode(session, updateAll, List.of(name));
      if (points.isEmpty() && !session.json() && code == ExitCode.DONE) {
        HistoryChoices.sayNothing(session, updateAll);
      }
      return code;
    }
  }

  private SeriesRequest request(HistoryFilter filter) {
    return steps || step != null
        ? SeriesRequest.ofSteps(filter, measure, step)
        : SeriesRequest.ofExecutions(filter, measure);
  }

  private Table table(List<SeriesPoint> points, LocalClock clock) {
    Table table =
        new Table(
            Column.left("STARTED (" + clock.zone() + ")"),
            Column.left("HOST"),
            Column.left("STATUS"),
            Column.left("STEP"),
            Column.left("PHASE"),
            Column.right("VALUE"));
    for (SeriesPoint point : points) {
      SeriesPoint.Step of = point.step();
      table.row(
          clock.time(point.time()),
          point.hostname(),
          point.status().wireName(),
          of == null ? "all" : of.name(),
          of == null ? "–" : RunReport.word(of.phase()),
          MeasureWord.quantity(measure, point.value()));
    }
    return table;
  }

  private Map<String, Object> document(PluginName name, List<SeriesPoint> points) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plugin", name.value());
    document.put("measure", measure.wireName());
    document.put("points", points.stream().map(this::document).toList());
    return document;
  }

  private Map<String, Object> document(SeriesPoint point) {
    SeriesPoint.Step of = point.step();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("time", point.time().toString());
    document.put("run_id", point.runId().toString());
    document.put("execution_id", point.executionId().toString());
    document.put("hostname", point.hostname());
    document.put("status", point.status().wireName());
    document.put("step_no", of == null ? null : of.ordinal());
    document.put("step_name", of == null ? null : of.name());
    document.put("phase", of == null ? null : RunReport.word(of.phase()));
    document.put("value", MeasureWord.figure(measure, point.value()));
    return document;
  }
}
