package org.updateall.adapters.report.page;

import java.util.List;
import org.updateall.adapters.report.chart.ChartStyle;

/**
 * What every page holds whatever its report says.
 *
 * @param scripts the content of each script, in their order
 * @param styles the content of each style, in their order
 */
record PageAssets(List<String> scripts, List<String> styles) {

  private static final String UPLOT = "uplot/uPlot-1.6.32";

  PageAssets {
    scripts = List.copyOf(scripts);
    styles = List.copyOf(styles);
  }

  static PageAssets load() {
    return new PageAssets(
        List.of(uPlot(), PageResource.text("report.js")),
        List.of(PageResource.text(UPLOT + ".min.css"), style()));
  }

  /** The library with its licence before it, as that asks for. */
  private static String uPlot() {
    return "/*\nuPlot 1.6.32\n\n%s\n*/\n%s"
        .formatted(PageResource.text("uplot/LICENSE"), PageResource.text(UPLOT + ".iife.min.js"));
  }

  private static String style() {
    return PageResource.text("report.css")
        + ChartStyle.forPage()
        + ":root[data-theme=light] { %s }\n".formatted(ChartStyle.light())
        + ":root[data-theme=dark] { %s }\n".formatted(ChartStyle.dark())
        + "@media print { :root, :root[data-theme] { %s } }\n".formatted(ChartStyle.light());
  }
}
