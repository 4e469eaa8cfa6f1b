package org.updateall.adapters.report.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.reporting.RunAhead;

/** The next runs, each as far from the one before it, in shades of several levels. */
final class Fan {

  private static final double[] LEVELS = {0.95, 0.9, 0.8, 0.5};
  private static final int MOST_SINGLE = 30;

  private final Target target;
  private final List<RunAhead> ahead;
  private final ValueAxis values;
  private final ZoneId zone;
  private final double left;
  private final double right;

  Fan(
      Target target,
      List<RunAhead> ahead,
      ValueAxis values,
      ZoneId zone,
      double left,
      double right) {
    this.target = target;
    this.ahead = ahead;
    this.values = values;
    this.zone = zone;
    this.left = left;
    this.right = right;
  }

  void draw(Svg svg) {
    for (double level : LEVELS) {
      svg.path("fan", shade(level));
    }
    Path median = new Path().move(edge(0), y(0)).line(x(0), y(0));
    for (int i = 1; i < ahead.size(); i++) {
      median.line(x(i), y(i));
    }
    int last = ahead.size() - 1;
    svg.path("median", median.line(edge(ahead.size()), y(last)));
    if (ahead.size() <= MOST_SINGLE) {
      for (int i = 0; i < ahead.size(); i++) {
        svg.open("circle", "class", "point", "cx", x(i), "cy", y(i), "r", 3.5);
        svg.text("title", HistoryWords.of(target, ahead.get(i), zone)).close();
      }
    }
  }

  /** The days on which the first and the last are about to begin. */
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(x(0), HistoryWords.shortDay(ahead.get(0).time(), zone)));
    int last = ahead.size() - 1;
    if (x(last) - x(0) > 50) {
      ticks.add(new Tick(x(last), HistoryWords.shortDay(ahead.get(last).time(), zone)));
    }
    return ticks;
  }

  private Path shade(double level) {
    Path path = new Path();
    int last = ahead.size() - 1;
    path.move(edge(0), upper(0, level));
    for (int i = 0; i <= last; i++) {
      path.line(x(i), upper(i, level));
    }
    path.line(edge(last + 1), upper(last, level)).line(edge(last + 1), lower(last, level));
    for (int i = last; i >= 0; i--) {
      path.line(x(i), lower(i, level));
    }
    return path.line(edge(0), lower(0, level)).close();
  }

  private double upper(int run, double level) {
    return values.place(interval(run, level).upper());
  }

  private double lower(int run, double level) {
    return values.place(interval(run, level).lower());
  }

  private PredictionInterval interval(int run, double level) {
    return ahead.get(run).distribution().interval(level);
  }

  private double y(int run) {
    return values.place(ahead.get(run).distribution().median());
  }

  private double x(int run) {
    return (edge(run) + edge(run + 1)) / 2;
  }

  private double edge(int run) {
    return left + run * (right - left) / ahead.size();
  }
}
