package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.ledger.CoverageBand;

/**
 * A picture of how intervals of many levels held: the share of values inside against the level that
 * was promised, with Wilson's 95 % bands, in SVG.
 */
final class CoveragePicture {

  private static final List<Double> LEVELS =
      List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98);

  private static final int SIDE = 400;
  private static final int MARGIN = 70;
  private static final int TOP = 50;
  private static final String FIRST_LINE = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

  private static final String STYLE =
      """
      <style>
        text { font: 14px sans-serif; fill: #222 }
        .title { font-size: 16px; font-weight: bold }
        .frame { fill: none; stroke: #888 }
        .grid { stroke: #ddd }
        .promise { stroke: #888; stroke-dasharray: 6 4 }
        .band { stroke: #0072b2; stroke-width: 2 }
        .held { fill: #0072b2 }
      </style>
      <rect width="100%" height="100%" fill="white"/>
      """;

  private final OutputFile file;

  CoveragePicture(Path file) {
    this.file = new OutputFile(file, "picture of coverage", line -> line.startsWith(FIRST_LINE));
  }

  /** Those levels, and after them the ones that the picture shows beside them. */
  static List<Double> levelsWith(List<Double> levels) {
    return Stream.concat(levels.stream(), LEVELS.stream()).distinct().toList();
  }

  /** Complains if nothing can be written there; the exit code that follows from it. */
  int check(Session session) {
    return file.check(session);
  }

  /** Draws it, or complains; the exit code that follows from it. */
  int write(Session session, List<SeriesBacktest> done) {
    int code = file.write(session, draft -> Files.writeString(draft, drawn(done), UTF_8));
    if (code == ExitCode.DONE) {
      session.remark("Drew how intervals held into %s.".formatted(file.file()));
    }
    return code;
  }

  private static String drawn(List<SeriesBacktest> done) {
    StringBuilder picture = new StringBuilder();
    int width = SIDE + 2 * MARGIN;
    int height = SIDE + TOP + MARGIN;
    picture.append(
        "%s width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(FIRST_LINE, width, height, width, height));
    picture.append("<title>Coverage against the level promised</title>\n").append(STYLE);
    frame(picture);
    LEVELS.forEach(level -> held(picture, level, done));
    return picture.append("</svg>\n").toString();
  }

  private static void frame(StringBuilder picture) {
    text(picture, MARGIN + SIDE / 2.0, 30, "title", "How often intervals held");
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      line(picture, "grid", x(at), y(0), x(at), y(1));
      line(picture, "grid", x(0), y(at), x(1), y(at));
      text(picture, x(at), y(0) + 22, "", tenth * 10 + " %");
      text(picture, x(0) - 28, y(at) + 5, "", tenth * 10 + " %");
    }
    picture.append(
        "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
            .formatted(MARGIN, TOP, SIDE, SIDE));
    line(picture, "promise", x(0), y(0), x(1), y(1));
    text(picture, MARGIN + SIDE / 2.0, y(0) + 50, "", "level that was promised");
    picture.append(
        "<text text-anchor=\"middle\" transform=\"translate(16 %d) rotate(-90)\">%s</text>\n"
            .formatted(TOP + SIDE / 2, "share of values inside"));
  }

  private static void held(StringBuilder picture, double level, List<SeriesBacktest> done) {
    int inside = 0;
    int count = 0;
    for (SeriesBacktest series : done) {
      for (OneStepForecast forecast : series.forecasts()) {
        for (PredictionInterval interval : forecast.intervals()) {
          if (interval.level() == level && !forecast.actual().lowerBound()) {
            inside += interval.contains(forecast.actual().value()) ? 1 : 0;
            count++;
          }
        }
      }
    }
    if (count > 0) {
      CoverageBand band = new CoverageBand(inside, count);
      line(picture, "band", x(level), y(band.lower()), x(level), y(band.upper()));
      picture.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"held\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\">"
                  + "<title>%.0f %%: %d of %d values, %.1f %%</title></circle>\n",
              x(level),
              y(band.share()),
              100 * level,
              inside,
              count,
              100 * band.share()));
    }
  }

  private static double x(double share) {
    return MARGIN + SIDE * share;
  }

  private static double y(double share) {
    return TOP + SIDE * (1 - share);
  }

  private static void line(
      StringBuilder picture, String kind, double x1, double y1, double x2, double y2) {
    picture.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(StringBuilder picture, double x, double y, String kind, String words) {
    picture.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
            kind,
            x,
            y,
            words));
  }
}
