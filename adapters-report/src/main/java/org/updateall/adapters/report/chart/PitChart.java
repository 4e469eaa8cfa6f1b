package org.updateall.adapters.report.chart;

import java.util.List;
import org.updateall.domain.ledger.PitHistogram;

/** In which tenth of what was thought possible outcomes fell: even if it was right. */
public final class PitChart extends Chart {

  private static final double LEFT = 66;
  private static final double TOP = 14;
  private static final double SIDE = 300;
  private static final double BOTTOM = TOP + SIDE;
  private static final double GAP = 2;
  private static final double LEAST_REACH = 2;

  private final PitHistogram histogram;

  private PitChart(PitHistogram histogram) {
    this.histogram = histogram;
  }

  public static PitChart of(PitHistogram histogram) {
    return new PitChart(histogram);
  }

  @Override
  public String title() {
    return "Where outcomes fell in what was thought possible";
  }

  @Override
  public String description() {
    return histogram.total() == 0
        ? "There is no outcome to judge by."
        : "%d outcomes; from the lowest tenth to the highest there fell %s."
            .formatted(
                histogram.total(),
                String.join(", ", histogram.counts().stream().map(String::valueOf).toList()));
  }

  @Override
  double width() {
    return LEFT + SIDE + 24;
  }

  @Override
  double height() {
    return BOTTOM + 46;
  }

  @Override
  void draw(Svg svg) {
    List<Double> densities = histogram.densities();
    double reach = densities.stream().mapToDouble(each -> 1.1 * each).max().orElse(0);
    reach = Math.max(LEAST_REACH, reach);
    drawFrame(svg, reach);
    double width = SIDE / PitHistogram.BINS;
    for (int bin = 0; bin < PitHistogram.BINS; bin++) {
      double left = LEFT + bin * width;
      Path bar =
          new Path().box(left + GAP, y(densities.get(bin), reach), left + width - GAP, BOTTOM);
      svg.open("path", "class", "part1", "d", bar.toString()).text("title", words(bin)).close();
    }
    svg.line("promise", LEFT, y(1, reach), LEFT + SIDE, y(1, reach));
    if (histogram.total() == 0) {
      svg.label("faint middle", LEFT + SIDE / 2, TOP + SIDE / 4, "no outcome to judge by");
    }
  }

  private static void drawFrame(Svg svg, double reach) {
    svg.line("axis", LEFT, BOTTOM, LEFT + SIDE, BOTTOM);
    svg.label("faint end", LEFT - 8, BOTTOM + 4, "0");
    svg.label("faint end", LEFT - 8, y(1, reach) + 4, "even");
    svg.label("faint end", LEFT - 8, y(2, reach) + 4, "twice");
    svg.label("faint", LEFT, BOTTOM + 17, "smaller than thought");
    svg.label("faint end", LEFT + SIDE, BOTTOM + 17, "greater than thought");
    svg.label("middle", LEFT + SIDE / 2, BOTTOM + 38, "tenth of what was thought possible");
  }

  private String words(int bin) {
    return "%d to %d %%: %d of %d"
        .formatted(10 * bin, 10 * bin + 10, histogram.counts().get(bin), histogram.total());
  }

  private static double y(double density, double reach) {
    return BOTTOM - SIDE * density / reach;
  }
}
