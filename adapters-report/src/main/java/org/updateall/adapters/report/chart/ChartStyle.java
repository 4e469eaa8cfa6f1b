package org.updateall.adapters.report.chart;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How charts look. The colours are those of Okabe and Ito (Color Universal Design, 2008), which
 * people with any colour vision tell apart; nothing is told by colour alone.
 */
public final class ChartStyle {

  private static final Map<String, String> LIGHT =
      Map.ofEntries(
          Map.entry("paper", "#ffffff"),
          Map.entry("ink", "#1f2328"),
          Map.entry("faint", "#59636e"),
          Map.entry("grid", "#dde2e7"),
          Map.entry("run", "#0072b2"),
          Map.entry("band", "#56b4e9"),
          Map.entry("outside", "#d55e00"),
          Map.entry("fan", "#009e73"),
          Map.entry("median", "#00694d"),
          Map.entry("part1", "#0072b2"),
          Map.entry("part2", "#e69f00"),
          Map.entry("part3", "#009e73"),
          Map.entry("part4", "#cc79a7"),
          Map.entry("part5", "#56b4e9"),
          Map.entry("part6", "#d55e00"),
          Map.entry("part7", "#f0e442"),
          Map.entry("part8", "#000000"),
          Map.entry("rest", "#a0a7ae"));

  private static final Map<String, String> DARK_ALONE =
      Map.of(
          "paper", "#0d1117",
          "ink", "#e6edf3",
          "faint", "#9aa4af",
          "grid", "#2b323b",
          "run", "#7cc7f2",
          "outside", "#ff9d4d",
          "fan", "#1fbf92",
          "median", "#a3f0d6",
          "part8", "#ffffff",
          "rest", "#6b737c");

  private static final String SHAPES =
      """
      .chart text { font-family: sans-serif; font-size: 12px }
      .chart .heading { font-size: 15px; font-weight: bold }
      .chart .strong { font-weight: bold }
      .chart .end { text-anchor: end }
      .chart .middle { text-anchor: middle }
      .chart .grid, .chart .axis, .chart .now, .chart .promise { fill: none }
      .chart .now { stroke-dasharray: 3 3 }
      .chart .promise { stroke-dasharray: 6 4 }
      .chart .wide, .chart .after-wide, .chart .after-half { stroke-width: 1 }
      .chart .wide { fill-opacity: .28 }
      .chart .half { fill-opacity: .55 }
      .chart .after-wide { fill: none; stroke-dasharray: 2 2 }
      .chart .after-half { fill-opacity: .12 }
      .chart .runs { fill: none; stroke-width: 4; stroke-linecap: round }
      .chart .fan { fill-opacity: .2 }
      .chart .median { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
      .chart .thin { fill: none; stroke-width: 2 }
      .chart .thick { fill: none; stroke-width: 7 }
      """;

  private static final String COLOURS =
      """
      .chart .paper { fill: var(--chart-paper) }
      .chart text { fill: var(--chart-ink) }
      .chart .faint { fill: var(--chart-faint) }
      .chart .grid { stroke: var(--chart-grid) }
      .chart .axis, .chart .now, .chart .promise { stroke: var(--chart-faint) }
      .chart .wide, .chart .half { fill: var(--chart-band) }
      .chart .after-wide { stroke: var(--chart-run) }
      .chart .after-half { fill: var(--chart-run) }
      .chart .run { fill: var(--chart-run); stroke: var(--chart-paper) }
      .chart .runs { stroke: var(--chart-run) }
      .chart .outside { fill: var(--chart-outside); stroke: var(--chart-paper) }
      .chart .fan { fill: var(--chart-fan) }
      .chart .median { stroke: var(--chart-median) }
      .chart .point { fill: var(--chart-median); stroke: var(--chart-paper) }
      .chart .thin, .chart .thick { stroke: var(--chart-fan) }
      .chart .part1 { fill: var(--chart-part1) }
      .chart .part2 { fill: var(--chart-part2) }
      .chart .part3 { fill: var(--chart-part3) }
      .chart .part4 { fill: var(--chart-part4) }
      .chart .part5 { fill: var(--chart-part5) }
      .chart .part6 { fill: var(--chart-part6) }
      .chart .part7 { fill: var(--chart-part7) }
      .chart .part8 { fill: var(--chart-part8) }
      .chart .rest { fill: var(--chart-rest) }
      """;

  private static final Pattern COLOUR = Pattern.compile("var\\(--chart-(\\w+)\\)");

  private ChartStyle() {}

  /**
   * What a page has once in its style. It follows the reader's preference of dark; a page that lets
   * them choose gives the properties of {@link #light()} or {@link #dark()} anew.
   */
  public static String forPage() {
    return """
        .chart { max-width: 100%%; height: auto }
        :root { %s }
        @media (prefers-color-scheme: dark) { :root { %s } }
        %s%s"""
        .formatted(light(), dark(), SHAPES, COLOURS);
  }

  /** The custom properties of light colours. */
  public static String light() {
    return properties(LIGHT);
  }

  /** The custom properties that differ in the dark. */
  public static String dark() {
    return properties(DARK_ALONE);
  }

  /** Of a document of its own. No custom properties: not all that shows SVG knows them. */
  static String alone() {
    return SHAPES
        + resolved(LIGHT::get)
        + "@media (prefers-color-scheme: dark) {\n"
        + resolved(colour -> DARK_ALONE.getOrDefault(colour, LIGHT.get(colour)))
        + "}\n";
  }

  /** The same in light colours only, a rule for each class or element: anything reads that. */
  static String plain() {
    return (SHAPES + resolved(LIGHT::get))
        .lines()
        .flatMap(ChartStyle::plain)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> plain(String rule) {
    int open = rule.indexOf('{');
    return Stream.of(rule.substring(0, open).split(","))
        .map(selector -> selector.strip().replace(".chart ", "") + " " + rule.substring(open));
  }

  private static String resolved(UnaryOperator<String> colours) {
    return COLOUR.matcher(COLOURS).replaceAll(match -> colours.apply(match.group(1)));
  }

  private static String properties(Map<String, String> colours) {
    return colours.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> "--chart-%s: %s".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining("; "));
  }
}
