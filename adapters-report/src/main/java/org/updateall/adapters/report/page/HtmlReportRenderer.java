package org.updateall.adapters.report.page;

import java.util.List;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.ReportRenderer;

/**
 * A report as one HTML page: charts as SVG, tables, and a script that lets charts be zoomed, which
 * the page does without where scripts are not allowed.
 */
public final class HtmlReportRenderer implements ReportRenderer {

  private final PageAssets assets;

  public HtmlReportRenderer() {
    assets = PageAssets.load();
  }

  @Override
  public String page(HistoryReport report) {
    Html html = new Html();
    html.open("html", "lang", "en");
    head(html, report);
    html.open("body").line();
    html.element("a", "Skip to the content", "class", "skip", "href", "#content");
    List<Section> sections = sections(report);
    html.open("header");
    html.open("div", "id", "themes", "role", "group", "aria-label", "Colours", "hidden", "")
        .close();
    new OverviewSection(report).write(html);
    navigation(html, sections);
    html.close();
    html.open("main", "id", "content").line();
    sections.forEach(section -> write(html, section));
    html.close();
    html.open("footer").element("p", "Made by update-all. This page needs no network.").close();
    scripts(html, report);
    return html.close().close().toString();
  }

  private static List<Section> sections(HistoryReport report) {
    return List.of(
        new NextRunSection(report.next()),
        new HistorySection(report.plugins(), report.zone()),
        new CalibrationSection(report.beforehand(), report.afterwards()),
        new AccuracySection(report.beforehand(), report.afterwards()),
        new CostSection(report.costs()),
        new FailureSection(report.failures(), report.failuresInAll(), report.zone()),
        new WarningSection(report.warnings()),
        new ReadingSection());
  }

  private void head(Html html, HistoryReport report) {
    html.open("head");
    html.leaf(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        new ContentPolicy(assets.scripts(), assets.styles()).toString());
    html.leaf("meta", "charset", "utf-8");
    html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.leaf("meta", "name", "referrer", "content", "no-referrer");
    html.leaf("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", "Updates of " + OverviewSection.name(report.host()));
    assets.styles().forEach(style -> html.raw("style", style).line());
    html.close().line();
  }

  private static void navigation(Html html, List<Section> sections) {
    html.open("nav", "aria-label", "Parts of this page").open("ul");
    for (Section section : sections) {
      html.open("li").element("a", section.heading(), "href", "#" + section.id()).close();
    }
    html.close().close().line();
  }

  private static void write(Html html, Section section) {
    String heading = section.id() + "-heading";
    html.open("section", "id", section.id(), "aria-labelledby", heading);
    html.element("h2", section.heading(), "id", heading).line();
    section.write(html);
    html.close().line();
  }

  private void scripts(Html html, HistoryReport report) {
    String settings = new ScriptJson().put("zone", report.zone().getId()).toString();
    html.raw("script", settings, "type", "application/json", "id", "settings").line();
    assets.scripts().forEach(script -> html.raw("script", script).line());
  }
}
