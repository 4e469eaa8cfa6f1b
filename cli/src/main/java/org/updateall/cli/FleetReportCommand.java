package org.updateall.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetReport;
import org.updateall.application.fleet.FleetReportRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.fleet.HostOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** Shows what the forecasts of a fleet say: hosts, plugins, outliers, and the time for all. */
@Command(
    name = "report",
    description = {
      "Show what the forecasts of a fleet say: which hosts there are, which plugins take longest, which "
          + "hosts are unlike their kind, and when the whole park will have finished.",
      "",
      "The kind of a host is its operating system and size; where too few hosts are of one kind, a "
          + "wider one is compared. What hosts take on the same day depends on something common to "
          + "them, such as the mirror, so that many hosts do not make up for one another."
    },
    footer = {
      "",
      "Examples:",
      "  update-all fleet report --input /srv/forecasts",
      "  update-all fleet report --input forecasts --at-a-time 50 --start 2026-12-01",
      "  update-all fleet report --input forecasts --window 4h --level 0.95"
    })
final class FleetReportCommand implements Callable<Integer> {

  private static final int TOP = 10;

  @ParentCommand private FleetCommand parent;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      required = true,
      description = "The output of update-all fleet train.")
  private Path input = Path.of("");

  @Option(
      names = "--at-a-time",
      paramLabel = "N",
      description =
          "Update N hosts at a time (default: as many as --window needs; without it, 10).")
  private @Nullable Integer atATime;

  @Option(
      names = "--order",
      paramLabel = "longest-first|by-name",
      converter = OrderWord.class,
      description = "In which order hosts begin (default: longest-first).")
  private HostOrder order = HostOrder.LONGEST_FIRST;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description =
          "Find how many hosts at a time are enough to finish within TIME, such as 90m or 4h, with "
              + "the probability of --level.")
  private @Nullable Duration window;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "When the first hosts begin: a date such as 2026-01-31, or an instant such as "
              + "2026-01-31T22:00:00Z. Ends are then told by the clock, too.")
  private @Nullable String start;

  @Mixin private LevelChoice level = new LevelChoice();

  @Option(
      names = "--correlation",
      paramLabel = "R",
      description =
          "How alike any two hosts fare on the same day, from 0 (not at all) to 1 (wholly); "
              + "default: what past days tell, drawn towards 0.2.")
  private @Nullable Double correlation;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Show N plugins, outliers and last hosts at most (default: ${DEFAULT-VALUE}).")
  private int top = TOP;

  /** Reads the name of an order. */
  static final class OrderWord implements ITypeConverter<HostOrder> {

    @Override
    public HostOrder convert(String text) {
      return HostOrder.fromWireName(text)
          .getOrElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no order; there are longest-first and by-name".formatted(text)));
    }
  }

  @Override
  public Integer call() {
    Session session = parent.session();
    FleetReportRequest request = request();
    Instant begin = PeriodChoices.time("--start", start, session.zone());
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      return updateAll
          .fleetReport(request, session.progress())
          .fold(session::refuse, report -> show(session, report, begin));
    }
  }

  private FleetReportRequest request() {
    double asked = level.level();
    return ForecastChoices.checked(
        "fleet report",
        () -> new FleetReportRequest(input, atATime, order, correlation, asked, top, window));
  }

  private int show(Session session, FleetReport report, @Nullable Instant begin) {
    if (session.json()) {
      session.printJson(new FleetReportDocument(report, top, begin).document());
    } else {
      new FleetReportTable(session, report, top, begin).show();
    }
    return ExitCode.DONE;
  }
}
