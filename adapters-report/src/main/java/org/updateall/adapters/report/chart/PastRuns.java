package org.updateall.adapters.report.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;

/**
 * The runs of a history as dots, before the ranges that had been foretold of them.
 *
 * <p>A range is as wide as there is room to the runs beside it, so that those of frequent runs make
 * a band, in one path. Of more runs than fit beside one another only the last range of every few
 * pixels is drawn, which bounds the picture's size; every run has its dot, and every run outside
 * its range a triangle.
 */
final class PastRuns {

  /** So many dots can be told apart and pointed at. */
  private static final int MOST_SINGLE = 120;

  private static final int MOST_SINGLE_OUTSIDE = 40;

  private static final double WIDE_LEVEL = 0.9;
  private static final double HALF_LEVEL = 0.5;
  private static final double MOST_HALF_WIDTH = 7;
  private static final double LEAST_HALF_WIDTH = 0.5;

  /** Of ranges closer to one another than that, one stands for the others. */
  private static final double NARROWEST = 8;

  private final Target target;
  private final List<PastRun> runs;
  private final TimeAxis times;
  private final ValueAxis values;

  PastRuns(Target target, List<PastRun> runs, TimeAxis times, ValueAxis values) {
    this.target = target;
    this.runs = runs;
    this.times = times;
    this.values = values;
  }

  static PredictionInterval wide(PastForecast forecast) {
    return forecast.outline().interval(WIDE_LEVEL);
  }

  static boolean isOutside(PastRun run) {
    return run.forecast() != null && !wide(run.forecast()).contains(run.value());
  }

  void draw(Svg svg) {
    List<Slot> slots = slots();
    svg.path("wide", band(slots, true, WIDE_LEVEL));
    svg.path("half", band(slots, true, HALF_LEVEL));
    svg.path("after-wide", band(slots, false, WIDE_LEVEL));
    svg.path("after-half", band(slots, false, HALF_LEVEL));
    drawInside(svg);
    drawOutside(svg, runs.stream().filter(PastRuns::isOutside).toList());
  }

  private void drawInside(Svg svg) {
    List<PastRun> inside = runs.stream().filter(run -> !isOutside(run)).toList();
    if (inside.size() <= MOST_SINGLE) {
      for (PastRun run : inside) {
        svg.open("circle", "class", "run", "cx", x(run), "cy", y(run), "r", 3.5);
        svg.text("title", words(run)).close();
      }
      return;
    }
    Path dots = new Path();
    Set<String> places = new HashSet<>();
    for (PastRun run : inside) {
      if (places.add(Math.round(x(run)) + " " + Math.round(y(run)))) {
        dots.dot(x(run), y(run));
      }
    }
    svg.path("runs", dots);
  }

  private void drawOutside(Svg svg, List<PastRun> outside) {
    if (outside.size() <= MOST_SINGLE_OUTSIDE && runs.size() <= MOST_SINGLE) {
      for (PastRun run : outside) {
        Path triangle = new Path();
        addTriangle(triangle, run);
        svg.open("path", "class", "outside", "d", triangle.toString());
        svg.text("title", words(run)).close();
      }
      return;
    }
    Path triangles = new Path();
    Set<String> places = new HashSet<>();
    for (PastRun run : outside) {
      if (places.add(Math.round(x(run)) + " " + Math.round(y(run)))) {
        addTriangle(triangles, run);
      }
    }
    svg.path("outside", triangles);
  }

  /** It points to where the run is missed. */
  private void addTriangle(Path path, PastRun run) {
    double up = run.forecast() != null && run.value() > wide(run.forecast()).upper() ? -1 : 1;
    path.move(x(run), y(run) + 5 * up)
        .line(x(run) + 4.5, y(run) - 3.5 * up)
        .line(x(run) - 4.5, y(run) - 3.5 * up)
        .close();
  }

  private String words(PastRun run) {
    return HistoryWords.of(target, run, times.zone());
  }

  private double x(PastRun run) {
    return times.place(run.time());
  }

  private double y(PastRun run) {
    return values.place(run.value());
  }

  /** Where a range is drawn: from the left to the right. */
  private record Slot(double left, double right, @Nullable PastForecast forecast) {}

  private List<Slot> slots() {
    List<PastRun> drawn = onePerPlace();
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      double at = x(drawn.get(i));
      double before = i == 0 ? at - 2 * MOST_HALF_WIDTH : x(drawn.get(i - 1));
      double after = i == drawn.size() - 1 ? at + 2 * MOST_HALF_WIDTH : x(drawn.get(i + 1));
      slots.add(new Slot(at - half(at - before), at + half(after - at), drawn.get(i).forecast()));
    }
    return slots;
  }

  private static double half(double gap) {
    return Math.max(LEAST_HALF_WIDTH, Math.min(MOST_HALF_WIDTH, gap / 2));
  }

  private List<PastRun> onePerPlace() {
    Map<Long, PastRun> last = new LinkedHashMap<>();
    runs.forEach(run -> last.put(Math.round(x(run) / NARROWEST), run));
    return List.copyOf(last.values());
  }

  private Path band(List<Slot> slots, boolean beforehand, double level) {
    Path path = new Path();
    List<Slot> joined = new ArrayList<>();
    for (Slot slot : slots) {
      boolean belongs = slot.forecast() != null && slot.forecast().beforehand() == beforehand;
      if (!joined.isEmpty() && !(belongs && isBeside(joined.get(joined.size() - 1), slot))) {
        outline(path, joined, level);
        joined.clear();
      }
      if (belongs) {
        joined.add(slot);
      }
    }
    outline(path, joined, level);
    return path;
  }

  private static boolean isBeside(Slot one, Slot next) {
    return next.left() - one.right() < 0.1;
  }

  private void outline(Path path, List<Slot> joined, double level) {
    if (joined.isEmpty()) {
      return;
    }
    path.move(joined.get(0).left(), values.place(interval(joined.get(0), level).upper()));
    for (Slot slot : joined) {
      double top = values.place(interval(slot, level).upper());
      path.line(slot.left(), top).line(slot.right(), top);
    }
    for (int i = joined.size() - 1; i >= 0; i--) {
      Slot slot = joined.get(i);
      double bottom = values.place(interval(slot, level).lower());
      path.line(slot.right(), bottom).line(slot.left(), bottom);
    }
    path.close();
  }

  private static PredictionInterval interval(Slot slot, double level) {
    PastForecast forecast = slot.forecast();
    if (forecast == null) {
      throw new IllegalArgumentException("nothing was foretold");
    }
    return forecast.outline().interval(level);
  }
}
