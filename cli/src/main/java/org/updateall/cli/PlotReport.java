package org.updateall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/**
 * A plugin through time for a person at a terminal: the plot, and what there is to see in words.
 */
final class PlotReport {

  private static final int USUAL_WIDTH = 80;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final TargetHistory history;
  private final boolean hasModel;

  /**
   * @param hasModel whether what is next is said by a model of the plugin's own runs
   */
  PlotReport(TargetHistory history, boolean hasModel) {
    this.history = history;
    this.hasModel = hasModel;
  }

  void show(Session session) {
    PlotSigns signs = session.showsBlocks() ? PlotSigns.BLOCKS : PlotSigns.ASCII;
    ZoneId zone = session.zone();
    TerminalPlot plot = new TerminalPlot(history, zone, signs, session.columns(USUAL_WIDTH) - 1);
    session.heading(heading());
    session.print(plot);
    session.print("");
    past(session, plot, zone);
    next(session, zone);
  }

  private String heading() {
    String covers = history.coverage() == Coverage.INSTALL ? " of installing alone" : "";
    return "%s: %s%s".formatted(history.plugin(), TargetWord.inWords(history.target()), covers);
  }

  private void past(Session session, TerminalPlot plot, ZoneId zone) {
    List<PastRun> runs = history.past();
    if (runs.isEmpty()) {
      session.print("past  no run in that time");
      return;
    }
    double[] sorted = runs.stream().mapToDouble(PastRun::value).sorted().toArray();
    PastRun last = runs.get(runs.size() - 1);
    session.print("past  " + span(runs, last, zone));
    session.print(
        "      least %s, middle %s, greatest %s, last %s"
            .formatted(
                quantity(sorted[0]),
                quantity(sorted[sorted.length / 2]),
                quantity(sorted[sorted.length - 1]),
                quantity(last.value())));
    foretold(session, runs);
    if (plot.runsEach() > 1) {
      session.print(
          "      a column is the middle one of %d runs, with the greatest above it"
              .formatted(plot.runsEach()));
    }
    if (plot.isLogarithmic()) {
      session.print("      the scale is logarithmic");
    }
  }

  private static String span(List<PastRun> runs, PastRun last, ZoneId zone) {
    String first = day(runs.get(0).time(), zone);
    String days =
        first.equals(day(last.time(), zone)) ? first : first + " to " + day(last.time(), zone);
    return Count.of(runs.size(), "run") + ", " + days;
  }

  private static void foretold(Session session, List<PastRun> runs) {
    tell(session, "foretold", select(runs, true));
    tell(session, "only said afterwards", select(runs, false));
  }

  private static List<PastRun> select(List<PastRun> runs, boolean beforehand) {
    return runs.stream()
        .filter(run -> run.forecast() != null && run.forecast().beforehand() == beforehand)
        .toList();
  }

  private static void tell(Session session, String how, List<PastRun> runs) {
    if (!runs.isEmpty()) {
      long outside = runs.stream().filter(PlotColumn::isOutside).count();
      session.print(
          "      %s: %s, %s of them outside the 90 %% range"
              .formatted(
                  how, Count.of(runs.size(), "run"), outside == 0 ? "none" : Count.of(outside)));
    }
  }

  private void next(Session session, ZoneId zone) {
    if (history.ahead().isEmpty()) {
      session.print("next  nothing can be said yet; a few more runs will tell");
      return;
    }
    RunAhead next = history.ahead().get(0);
    session.print(
        "next  about %s: %s"
            .formatted(day(next.time(), zone), quantity(next.distribution().median())));
    session.print("      50 %: " + range(next.distribution().interval(0.5)));
    session.print("      90 %: " + range(next.distribution().interval(0.9)));
    if (!hasModel) {
      session.print(
          "      too few runs for a model; what it rests on tells: update-all explain "
              + history.plugin());
    }
  }

  private String range(PredictionInterval interval) {
    return "%s to %s".formatted(quantity(interval.lower()), quantity(interval.upper()));
  }

  private String quantity(double value) {
    return Quantity.of(history.target(), value);
  }

  private static String day(Instant time, ZoneId zone) {
    return DAY.format(time.atZone(zone));
  }
}
