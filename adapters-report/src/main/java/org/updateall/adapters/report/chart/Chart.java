package org.updateall.adapters.report.chart;

/** A picture that can stand in a page, or alone. Immutable. */
public abstract class Chart {

  static final double WIDE = 760;

  private static final double HEADING = 34;

  Chart() {}

  /** What it shows, in a few words. */
  public abstract String title();

  /** What there is to see, for whoever does not see it. */
  public abstract String description();

  abstract double width();

  abstract double height();

  abstract void draw(Svg svg);

  /**
   * An {@code svg} element for a page that has {@link ChartStyle#forPage()} in its style.
   *
   * @param id a letter, then letters, digits and hyphens: no other chart of the page has it
   */
  public final String svg(String id) {
    Svg svg = new Svg();
    open(svg, id, width(), height());
    draw(svg);
    return svg.close().toString();
  }

  /** An SVG document of its own, with its title above the picture, dark where that is wished. */
  public final String document() {
    return document(ChartStyle.alone());
  }

  /** The same in light colours, and in words that any renderer knows. */
  public final String plainDocument() {
    return document(ChartStyle.plain());
  }

  private String document(String style) {
    Svg svg = new Svg();
    open(svg, "chart", width(), height() + HEADING);
    svg.text("style", style);
    svg.leaf("rect", "class", "paper", "width", "100%", "height", "100%");
    svg.label("heading", 12, 24, title());
    svg.open("g", "transform", "translate(0 %d)".formatted((int) HEADING));
    draw(svg);
    return svg.close().close() + "\n";
  }

  private void open(Svg svg, String id, double width, double height) {
    svg.open(
        "svg",
        "xmlns",
        Svg.NAMESPACE,
        "class",
        "chart",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 %d %d".formatted((int) width, (int) height),
        "role",
        "img",
        "aria-labelledby",
        "%s-title %s-text".formatted(id, id));
    svg.text("title", title(), "id", id + "-title");
    svg.text("desc", description(), "id", id + "-text");
  }
}
