package org.updateall.adapters.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.PluginHistory;
import org.updateall.domain.reporting.ReadableQuantity;
import org.updateall.domain.reporting.TargetHistory;

/** The page as a browser shows it. */
final class PageInBrowserTest {

  private static final String FIRST = "#plugin-1-chart-1";

  @TempDir static Path folder;

  private static Browser browser;

  @BeforeAll
  static void openBrowser() throws IOException {
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
    HtmlReportRenderer renderer = new HtmlReportRenderer();
    Map<String, HistoryReport> reports =
        Map.of(
            "small", ReportFixture.small(),
            "hostile", ReportFixture.hostile(),
            "empty", ReportFixture.empty(),
            "single", ReportFixture.single(),
            "figures", ReportFixture.figures(),
            "wild", ReportFixture.wild(),
            "year", ReportFixture.year());
    for (Map.Entry<String, HistoryReport> report : reports.entrySet()) {
      Files.writeString(file(report.getKey()), renderer.page(report.getValue()), UTF_8);
    }
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asUsual() {
    browser.as(1200, "light", true);
    browser.complaints();
    browser.requests();
  }

  private static Path file(String name) {
    return folder.resolve(name + ".html");
  }

  private static void open(String name) {
    browser.driver().get(file(name).toUri().toString());
  }

  /** Waits until the chart has come to life, after it was brought into view. */
  private static void bringToLife(String chart) {
    browser.await(
        "const figure = document.querySelector(arguments[0]);"
            + "for (let e = figure; e; e = e.parentElement) { if (e.tagName === 'DETAILS') e.open = true; }"
            + "figure.scrollIntoView({block: 'center'}); return Boolean(figure.plot);",
        chart);
  }

  private static double shownSpan(String chart) {
    Number span =
        browser.ask(
            "const s = document.querySelector(arguments[0]).plot.scales.x; return s.max - s.min;",
            chart);
    return span.doubleValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "hostile", "empty", "single", "year"})
  void complainsOfNothingAndAsksForNothingElse(String name) {
    open(name);
    if (!name.equals("empty")) {
      bringToLife(FIRST);
    }

    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(file(name).toUri().toString()), browser.requests());
  }

  @Test
  void complainsOfAScriptThatIsNotItsOwn() {
    open("small");
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.foreign = 1';"
            + "document.body.append(s);");

    assertTrue(browser.<Boolean>ask("return window.foreign === undefined"));
    assertTrue(
        browser.complaints().stream().anyMatch(each -> each.contains("Content Security Policy")));
  }

  @Test
  void drawsEveryRunOfEveryChart() {
    open("small");
    List<TargetHistory> histories =
        ReportFixture.small().plugins().stream().flatMap(each -> each.targets().stream()).toList();
    int place = 0;
    for (TargetHistory history : histories) {
      String chart = "#plugin-%d-chart-%d".formatted(place / 2 + 1, place % 2 + 1);
      bringToLife(chart);
      int runs = history.past().size();

      assertEquals(
          runs,
          browser
              .driver()
              .findElements(
                  By.cssSelector(
                      chart + " svg > .run:has(title), " + chart + " svg > .outside:has(title)"))
              .size());
      Map<String, Object> drawn =
          browser.ask(
              """
              const plot = document.querySelector(arguments[0]).plot;
              const count = (i) => plot.data[i].filter((v) => v !== null).length;
              return {series: plot.series.length, points: plot.data[0].length / 3, runs: count(1) + count(2),
                      expected: count(3) / 3, bands: plot.bands.length, last: plot.data[1].concat(plot.data[2])
                      .filter((v) => v !== null).reduce((a, b) => a + b)};
              """,
              chart);
      assertEquals(16L, drawn.get("series"));
      assertEquals(6L, drawn.get("bands"));
      assertEquals((long) runs + history.ahead().size(), drawn.get("points"));
      assertEquals((long) runs, drawn.get("runs"));
      assertEquals((long) history.ahead().size(), drawn.get("expected"));
      double sum = history.past().stream().mapToDouble(run -> run.value()).sum();
      assertEquals(sum, ((Number) requireNonNull(drawn.get("last"))).doubleValue(), 0.001 * sum);
      place++;
    }
  }

  @Test
  void zoomsByDraggingAndBackByDoubleClick() {
    open("small");
    bringToLife(FIRST);
    double whole = shownSpan(FIRST);
    WebElement over = browser.driver().findElement(By.cssSelector(FIRST + " .u-over"));
    new Actions(browser.driver())
        .moveToElement(over, -100, 0)
        .clickAndHold()
        .moveByOffset(200, 0)
        .release()
        .perform();

    assertEquals(whole * 200 / over.getSize().getWidth(), shownSpan(FIRST), 0.02 * whole);

    new Actions(browser.driver()).moveToElement(over).doubleClick().perform();
    assertEquals(whole, shownSpan(FIRST), 0.02 * whole);
  }

  @Test
  void zoomsAndReadsByTheKeyboard() {
    open("small");
    bringToLife(FIRST);
    double whole = shownSpan(FIRST);
    WebElement area = browser.driver().findElement(By.cssSelector(FIRST + " .plot"));
    area.sendKeys("+");
    assertEquals(whole / 2, shownSpan(FIRST), 1);
    area.sendKeys("-");
    assertEquals(whole, shownSpan(FIRST), 1);
    WebElement nearer =
        browser.driver().findElement(By.cssSelector(FIRST + " button[aria-label='Zoom in']"));
    nearer.sendKeys(Keys.ENTER);
    assertEquals(whole / 2, shownSpan(FIRST), 1);
    nearer.sendKeys(Keys.ESCAPE);
    assertEquals(whole, shownSpan(FIRST), 1);

    WebElement values = browser.driver().findElement(By.cssSelector(FIRST + " output"));
    area.sendKeys(Keys.ARROW_RIGHT);
    String first =
        browser.await(
            "return arguments[0].textContent.includes('90 %') && arguments[0].textContent", values);
    area.sendKeys(Keys.ARROW_RIGHT);
    String second =
        browser.await(
            "return arguments[0].textContent !== arguments[1] && arguments[0].textContent",
            values,
            first);
    assertTrue(first.contains("foretold: 50 %"), first);
    assertNotEquals(first, second);
  }

  @Test
  void writesFiguresAsItsTablesDo() {
    open("figures");
    List<PluginHistory> plugins = ReportFixture.figures().plugins();
    for (int i = 0; i < plugins.size(); i++) {
      TargetHistory history = plugins.get(i).targets().get(0);
      String chart = "#plugin-%d-chart-1".formatted(i + 1);
      bringToLife(chart);
      WebElement area = browser.driver().findElement(By.cssSelector(chart + " .plot"));
      area.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
      assertEquals("2025-11-03 06:12: " + amount(history, 0), told(chart, "2025-11-03"));
      area.sendKeys(Keys.ARROW_RIGHT);
      assertEquals("2025-11-04 06:12: " + amount(history, 1), told(chart, "2025-11-04"));
    }
  }

  private static String amount(TargetHistory history, int run) {
    return ReadableQuantity.of(history.target().unit(), history.past().get(run).value());
  }

  private static String told(String chart, String day) {
    return browser.await(
        "const words = document.querySelector(arguments[0] + ' output').textContent;"
            + " return words.startsWith(arguments[1]) && words;",
        chart,
        day);
  }

  @Test
  void showsWhatIsManyTimesAsLargeByItsLogarithm() {
    open("wild");
    bringToLife(FIRST);
    Map<String, Object> scale =
        browser.ask(
            "const p = document.querySelector(arguments[0]).plot;"
                + "return {distr: p.scales.y.distr, min: p.scales.y.min, drawn: p.data[1].concat(p.data[2])"
                + ".filter((v) => v !== null && v >= p.scales.y.min && v <= p.scales.y.max).length};",
            FIRST);

    assertEquals(3L, scale.get("distr"));
    assertTrue(((Number) requireNonNull(scale.get("min"))).doubleValue() > 0);
    assertEquals(40L, scale.get("drawn"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void keepsTheUsualRangesInSight() {
    open("single");
    bringToLife(FIRST);
    double high =
        ReportFixture.single().plugins().get(0).targets().get(0).ahead().stream()
            .mapToDouble(each -> each.distribution().interval(0.9).upper())
            .max()
            .orElseThrow();
    Number top =
        browser.ask("return document.querySelector(arguments[0]).plot.scales.y.max", FIRST);

    assertTrue(top.doubleValue() > high, "%s below %s".formatted(top, high));
  }

  @Test
  void comesNearToTheNextRuns() {
    open("small");
    bringToLife(FIRST);
    double whole = shownSpan(FIRST);
    browser
        .driver()
        .findElement(By.cssSelector(FIRST + " button[aria-label='Show the runs to come']"))
        .click();

    assertEquals(whole * 15 / 75, shownSpan(FIRST), 0.02 * whole);
  }

  @Test
  void changesItsColours() {
    open("small");
    bringToLife(FIRST);
    String paper = "return getComputedStyle(document.body).backgroundColor";
    String light = browser.ask(paper);
    browser.driver().findElement(By.cssSelector("[data-choice=dark]")).click();
    String dark = browser.ask(paper);
    assertNotEquals(light, dark);
    browser.driver().findElement(By.cssSelector("[data-choice=light]")).click();
    browser.as(1200, "dark", true);
    assertEquals(light, browser.ask(paper));
    browser.driver().findElement(By.cssSelector("[data-choice=system]")).click();
    assertEquals(dark, browser.ask(paper));
    assertEquals(
        "true",
        browser
            .driver()
            .findElement(By.cssSelector("[data-choice=system]"))
            .getAttribute("aria-pressed"));
  }

  @Test
  void isReadWithoutScripts() {
    browser.as(1200, "light", false);
    open("small");

    assertEquals(0, browser.driver().findElements(By.cssSelector("canvas, #themes button")).size());
    WebElement picture = browser.driver().findElement(By.cssSelector(FIRST + " > svg"));
    assertTrue(picture.isDisplayed());
    assertTrue(picture.getSize().getHeight() > 200);
    assertTrue(
        browser
            .driver()
            .findElement(By.tagName("table"))
            .getText()
            .contains("exponential smoothing"));
  }

  @Test
  void carriesOutNothingThatNamesAndMessagesHold() {
    open("hostile");
    bringToLife("#plugin-3-chart-2");

    assertTrue(
        browser.<Boolean>ask("return window.%s === undefined".formatted(ReportFixture.TRAP)));
    assertTrue(browser.driver().getTitle().startsWith("Updates of " + ReportFixture.PAYLOAD));
    assertTrue(
        browser.driver().findElement(By.id("failures")).getText().contains(ReportFixture.PAYLOAD));
    assertTrue(
        browser.driver().findElement(By.id("plugin-2-name")).getText().contains("x\\u202ecod.exe"));
    assertEquals(
        0,
        browser
            .driver()
            .findElements(By.cssSelector("img, [onerror], [onmouseover], [style]:not(.live *)"))
            .size());
    assertEquals(List.of(), browser.complaints());
  }

  @ParameterizedTest
  @CsvSource({"small, light", "small, dark", "hostile, light", "empty, dark", "single, light"})
  void isUsableForEverybody(String name, String colours) throws IOException {
    browser.as(1200, colours, true);
    open(name);
    if (!name.equals("empty")) {
      bringToLife(FIRST);
    }
    browser.run("document.querySelectorAll('details').forEach((each) => (each.open = true))");
    browser.run(axe());
    List<String> findings =
        browser.<List<String>>await(
            """
            if (!window.judged) {
              window.judged = true;
              axe.run(document, {resultTypes: ['violations']}).then((result) => {
                window.findings = result.violations
                  .filter((each) => each.impact === 'serious' || each.impact === 'critical')
                  .map((each) => each.id + ': ' + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | '));
              });
            }
            return window.findings;
            """);
    assertEquals(List.of(), findings);
  }

  private static String axe() throws IOException {
    try (var script = PageInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(requireNonNull(script).readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "hostile", "year", "empty", "single"})
  void needsNoScrollingSidewaysOnAPhone(String name) {
    browser.as(360, "light", true);
    open(name);
    if (!name.equals("empty")) {
      bringToLife(FIRST);
    }
    browser.run(
        "document.querySelectorAll('#content > section > details').forEach((each) => (each.open = true))");

    assertEquals(
        browser.<Long>ask("return document.documentElement.clientWidth"),
        browser.<Long>ask("return document.documentElement.scrollWidth"));
  }

  @Test
  void showsPicturesOnPaper() {
    open("small");
    bringToLife(FIRST);
    browser.cdp("Emulation.setEmulatedMedia", Map.of("media", "print"));

    assertFalse(browser.driver().findElement(By.cssSelector(FIRST + " .live")).isDisplayed());
    assertTrue(
        browser.driver().findElement(By.cssSelector(FIRST + " > svg")).getSize().getWidth() > 300);
    browser.cdp("Emulation.setEmulatedMedia", Map.of("media", ""));
  }
}
