package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.application.forecasting.LearningRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.SourcedSeries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Learns what errors of forecasts are like, for series that have few of their own. */
@Command(
    name = "reference",
    hidden = true,
    description = {
      "Learn from series of many sources how large errors of forecasts are, and write that as a table.",
      "",
      "Intervals rest on such a table while a series has few errors of its own. One comes with "
          + "update-all; another can be given to backtest by --reference. The columns of a FILE are "
          + "series_id, timestamp, value and source, as for backtest; a source counts by the square "
          + "root of the number of its series. The same files give the same table."
    },
    footer = {
      "",
      "Examples:",
      "  update-all reference --input a.csv b.csv.gz --output reference-errors.json"
    })
final class ReferenceCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "Tables of series. May be given several times.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where to write the table, as JSON.")
  private Path output = Path.of("");

  @Mixin private SeriesChoices choices = new SeriesChoices();

  @Override
  public Integer call() {
    Session session = root.session();
    // Wrong words and places are to be refused before anything is read or computed.
    request(session, List.of());
    OutputFile file = new OutputFile(output, "table of errors", ReferenceCommand::isTable);
    int code = file.check(session);
    return code == ExitCode.DONE ? learn(session, file) : code;
  }

  private static boolean isTable(String line) {
    return line.startsWith("{\"format\":") && line.contains("\"from\":");
  }

  private int learn(Session session, OutputFile file) {
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      choices.requireKnownModel(updateAll);
      return SeriesReader.timed(choices.covariates(), List.of(SeriesReader.SOURCE))
          .read(inputs)
          .fold(session::refuseAll, series -> learn(session, updateAll, series, file));
    }
  }

  private int learn(
      Session session, UpdateAll updateAll, List<InputSeries> series, OutputFile file) {
    return updateAll
        .learnReference(request(session, series), session.progress())
        .map(learned -> write(session, series, learned, file))
        .getOrElse(
            () -> {
              session.complain("There is nothing to learn from: no series has two values.");
              return ExitCode.NOT_AS_HOPED;
            });
  }

  private LearningRequest request(Session session, List<InputSeries> series) {
    List<SourcedSeries> sourced = series.stream().map(InputSeries::sourced).toList();
    return new LearningRequest(
        sourced,
        choices.options(session, Refit.SCHEDULED, choices.covariates()),
        choices.threads());
  }

  private static int write(
      Session session, List<InputSeries> series, ErrorReference learned, OutputFile file) {
    int code = file.write(session, draft -> Files.writeString(draft, learned.document(), UTF_8));
    if (code == ExitCode.DONE) {
      tell(session, series, file);
    }
    return code;
  }

  private static void tell(Session session, List<InputSeries> series, OutputFile file) {
    long sources = series.stream().map(InputSeries::source).distinct().count();
    if (session.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("series", series.size());
      document.put("sources", sources);
      document.put("output", file.file().toString());
      session.printJson(document);
    } else {
      session.print(
          "Learned from %s series of %s, and wrote the table to %s."
              .formatted(Count.of(series.size()), Count.of(sources, "source"), file.file()));
    }
  }
}
