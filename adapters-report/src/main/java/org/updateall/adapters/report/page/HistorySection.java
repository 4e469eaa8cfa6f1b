package org.updateall.adapters.report.page;

import java.time.ZoneId;
import java.util.List;
import org.updateall.adapters.report.chart.HistoryChart;
import org.updateall.domain.reporting.PluginHistory;
import org.updateall.domain.reporting.TargetHistory;

/** Every plugin and target through time, with what had been foretold and what comes next. */
final class HistorySection implements Section {

  private final List<PluginHistory> plugins;
  private final ZoneId zone;

  HistorySection(List<PluginHistory> plugins, ZoneId zone) {
    this.plugins = plugins;
    this.zone = zone;
  }

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String heading() {
    return "Plugin by plugin";
  }

  @Override
  public void write(Html html) {
    if (plugins.isEmpty()) {
      html.element("p", "No run has been measured in this time.");
      return;
    }
    writeIndex(html);
    for (int i = 0; i < plugins.size(); i++) {
      write(html, plugins.get(i), i);
    }
  }

  private void writeIndex(Html html) {
    if (plugins.size() < 2) {
      return;
    }
    html.open("nav", "aria-label", "Plugins").open("ul", "class", "plugins");
    for (int i = 0; i < plugins.size(); i++) {
      html.open("li").open("a", "href", "#" + id(i));
      html.foreign(plugins.get(i).plugin().value()).close().close();
    }
    html.close().close().line();
  }

  private static String id(int place) {
    return "plugin-" + (place + 1);
  }

  private void write(Html html, PluginHistory plugin, int place) {
    html.open(
        "section", "class", "plugin", "id", id(place), "aria-labelledby", id(place) + "-name");
    html.open("h3", "id", id(place) + "-name").foreign(plugin.plugin().value()).close();
    for (int i = 0; i < plugin.targets().size(); i++) {
      TargetHistory history = plugin.targets().get(i);
      String name = Wording.name(history.target(), history.coverage());
      if (i == 0) {
        html.element("h4", name);
        write(html, plugin, i, id(place) + "-chart-" + (i + 1));
      } else {
        html.open("details").open("summary").element("h4", name).close();
        write(html, plugin, i, id(place) + "-chart-" + (i + 1));
        html.close();
      }
    }
    html.close().line();
  }

  private void write(Html html, PluginHistory plugin, int place, String id) {
    TargetHistory history = plugin.targets().get(place);
    TargetHistory before = place == 0 ? null : plugin.targets().get(place - 1);
    HistoryChart chart = HistoryChart.of(history, zone);
    html.open(
            "figure",
            "class",
            "history picture",
            "id",
            id,
            "tabindex",
            "0",
            "role",
            "group",
            "aria-label",
            chart.title())
        .drawing(chart.svg(id + "-picture"));
    html.raw(
        "script",
        ChartData.of(history, chart.isLogarithmic(), before).toString(),
        "type",
        "application/json");
    html.close().line();
  }
}
