package org.updateall.cli;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The metrics beside the texts that speak of them: the guide and the dashboard for Grafana. */
final class MetricTest {

  private static final Path DOCS = Path.of("../docs");
  private static final String BUILD_INFO = "update_all_build_info";
  private static final Pattern NAME = Pattern.compile("update_all_[a-z_]+");
  private static final Pattern SELECTOR = Pattern.compile("(update_all_[a-z_]+)\\{([^}]*)}");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"[^\"]*\"");

  /** What Grafana's JSON model asks of a dashboard and of a panel. */
  private static final List<String> OF_A_DASHBOARD =
      List.of("title", "uid", "schemaVersion", "version", "time", "templating", "panels");

  private static final List<String> OF_A_PANEL =
      List.of("id", "type", "title", "datasource", "gridPos", "targets", "fieldConfig", "options");

  private static final int COLUMNS = 24;

  @Test
  void namesAreAsPrometheusWantsThem() {
    Set<String> names = Arrays.stream(Metric.values()).map(Metric::wireName).collect(toSet());
    assertEquals(Metric.values().length, names.size());
    for (Metric metric : Metric.values()) {
      assertTrue(NAME.matcher(metric.wireName()).matches(), metric.wireName());
      // Reserved for counters, summaries and histograms; promtool complains of the labels as well.
      assertFalse(metric.wireName().matches(".*_(total|sum|count|bucket|info)"));
      assertFalse(metric.labels().contains("quantile") || metric.labels().contains("le"));
    }
  }

  @Test
  void theGuideNamesEveryMetricAndNoOther() throws IOException {
    Set<String> told = new HashSet<>(names(Files.readString(DOCS.resolve("user-guide.md"))));
    assertEquals(known(), told);
  }

  @Test
  void theDashboardAsksForMetricsThatThereAreByLabelsThatTheyHave() throws IOException {
    Map<String, Metric> metrics =
        Arrays.stream(Metric.values())
            .collect(Collectors.toMap(Metric::wireName, Function.identity()));
    List<String> expressions = expressions();
    assertTrue(expressions.size() > 20, "" + expressions.size());
    for (String expression : expressions) {
      for (String name : names(expression)) {
        assertTrue(known().contains(name), name + " in " + expression);
      }
      for (MatchResult selector : SELECTOR.matcher(expression).results().toList()) {
        Metric metric = metrics.get(selector.group(1));
        for (MatchResult label : LABEL.matcher(selector.group(2)).results().toList()) {
          boolean given = label.group(1).equals("instance");
          assertTrue(
              given || (metric != null && metric.labels().contains(label.group(1))), expression);
        }
      }
    }
  }

  @Test
  void theDashboardIsWhatGrafanaReads() throws IOException {
    JsonNode dashboard = dashboard();
    OF_A_DASHBOARD.forEach(key -> assertTrue(dashboard.has(key), key));
    assertEquals("datasource", dashboard.at("/templating/list/0/type").asString());
    Set<Integer> ids = new HashSet<>();
    boolean[][] taken = new boolean[200][COLUMNS];
    for (JsonNode panel : dashboard.get("panels")) {
      String title = panel.get("title").asString();
      OF_A_PANEL.forEach(key -> assertTrue(panel.has(key), title + ": " + key));
      assertTrue(ids.add(panel.get("id").asInt()), title);
      place(panel.get("gridPos"), taken, title);
      for (JsonNode target : panel.get("targets")) {
        assertEquals("${datasource}", target.at("/datasource/uid").asString(), title);
      }
    }
  }

  private static void place(JsonNode place, boolean[][] taken, String title) {
    int left = place.get("x").asInt();
    int right = left + place.get("w").asInt();
    int top = place.get("y").asInt();
    assertTrue(right <= COLUMNS, title);
    for (int row = top; row < top + place.get("h").asInt(); row++) {
      for (int column = left; column < right; column++) {
        assertFalse(taken[row][column], title + " lies upon another");
        taken[row][column] = true;
      }
    }
  }

  private static Set<String> known() {
    Set<String> known = Arrays.stream(Metric.values()).map(Metric::wireName).collect(toSet());
    known.add(BUILD_INFO);
    return known;
  }

  private static List<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).toList();
  }

  /** What panels and variables ask for. */
  private static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    JsonNode dashboard = dashboard();
    dashboard
        .get("panels")
        .forEach(
            panel ->
                panel
                    .get("targets")
                    .forEach(target -> expressions.add(target.get("expr").asString())));
    dashboard
        .at("/templating/list")
        .forEach(
            variable -> {
              if (variable.has("definition")) {
                expressions.add(variable.get("definition").asString());
              }
            });
    return expressions;
  }

  private static JsonNode dashboard() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(DOCS.resolve("grafana-dashboard.json")));
  }
}
