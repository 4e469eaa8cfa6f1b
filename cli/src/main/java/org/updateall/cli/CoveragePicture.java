package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.PictureRenderer;

/** A file for the picture of how intervals of many levels held in a backtest. */
final class CoveragePicture {

  private static final List<Double> LEVELS =
      List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98);

  private static final String FIRST_LINE = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

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
  int write(Session session, PictureRenderer pictures, List<SeriesBacktest> done) {
    List<CalibrationCurve.Point> points =
        LEVELS.stream().flatMap(level -> observed(level, done)).toList();
    int code = file.write(session, draft -> Files.writeString(draft, pictures.svg(points), UTF_8));
    if (code == ExitCode.DONE) {
      session.remark("Drew how intervals held into %s.".formatted(file.file()));
    }
    return code;
  }

  /** How many values lay inside; nothing if none can be judged. */
  private static Stream<CalibrationCurve.Point> observed(double level, List<SeriesBacktest> done) {
    List<Boolean> inside =
        done.stream()
            .flatMap(series -> series.forecasts().stream())
            .filter(forecast -> !forecast.actual().lowerBound())
            .flatMap(
                forecast ->
                    forecast.intervals().stream()
                        .filter(interval -> interval.level() == level)
                        .map(interval -> interval.contains(forecast.actual().value())))
            .toList();
    int hits = (int) inside.stream().filter(each -> each).count();
    return inside.isEmpty()
        ? Stream.empty()
        : Stream.of(new CalibrationCurve.Point(level, new CoverageBand(hits, inside.size())));
  }
}
