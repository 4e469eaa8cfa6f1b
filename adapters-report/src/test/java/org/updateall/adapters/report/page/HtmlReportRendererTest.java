package org.updateall.adapters.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.updateall.domain.reporting.HistoryReport;

final class HtmlReportRendererTest {

  private static final HtmlReportRenderer RENDERER = new HtmlReportRenderer();

  private static List<String> found(String expression, String page) {
    return Pattern.compile(expression, Pattern.DOTALL)
        .matcher(page)
        .results()
        .map((MatchResult each) -> each.group(1))
        .toList();
  }

  private static String hash(String content) throws Exception {
    return "'sha256-%s'"
        .formatted(
            Base64.getEncoder()
                .encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8))));
  }

  @Test
  void allowsExactlyTheScriptsAndStylesThatItHolds() throws Exception {
    String page = RENDERER.page(ReportFixture.hostile());
    List<String> policy =
        found("<head><meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">", page);
    List<String> scripts = found("<script>(.*?)</script>", page);
    List<String> styles = found("<style>(.*?)</style>", page);

    assertEquals(2, scripts.size());
    assertEquals(2, styles.size());
    assertEquals(
        List.of(
            "default-src 'none'; script-src %s %s; style-src %s %s; base-uri 'none'; form-action 'none'"
                .formatted(
                    hash(scripts.get(0)),
                    hash(scripts.get(1)),
                    hash(styles.get(0)),
                    hash(styles.get(1)))
                .replace("'", "&#39;")),
        policy);
  }

  @Test
  void keepsTheLicenceOfWhatItIncludes() {
    String page = RENDERER.page(ReportFixture.empty());

    assertTrue(page.contains("The MIT License (MIT)\n\nCopyright (c) 2022 Leon Sorokin"));
  }

  @Test
  void holdsAYearOfThirtyPluginsInTwoMegabytes() {
    int size = RENDERER.page(ReportFixture.year()).getBytes(UTF_8).length;

    assertTrue(size < 2_000_000, "%d bytes".formatted(size));
  }

  @Test
  void cutsWhatIsEndless() {
    String page = RENDERER.page(ReportFixture.hostile());

    assertTrue(page.length() < 400_000, "%d characters".formatted(page.length()));
    assertTrue(page.contains("(cut; 10,000,000 characters)"));
  }

  @Test
  void namesNothingElsewhere() {
    String page = RENDERER.page(ReportFixture.small());

    assertEquals(List.of(), found("(?:href|src)=\"([^#\"][^\"]*)\"", page));
    assertEquals(List.of(), found("<[a-z][^>]* (style=|on[a-z]+=)", page));
  }

  @Test
  void givesEveryIdOnce() {
    List<String> ids = found(" id=\"([^\"]*)\"", RENDERER.page(ReportFixture.small()));

    assertEquals(ids.stream().distinct().toList(), ids);
    assertTrue(ids.containsAll(found(" href=\"#([^\"]*)\"", RENDERER.page(ReportFixture.small()))));
  }

  @Test
  void saysWhatItRestsOn() {
    String page = RENDERER.page(ReportFixture.small());

    assertTrue(page.contains("<td class=\"word\">other plugins or hosts *</td>"));
    assertTrue(page.contains("<td class=\"word\">exponential smoothing</td>"));
    assertTrue(page.contains("own runs alone do not support a 90 % range"));
    assertTrue(page.contains("Elapsed time of installing alone"));
    assertTrue(page.contains("9 executions in this time did not succeed; the newest 3 are shown."));
  }

  @Test
  void keepsForetoldAndWorkedOutApart() {
    HistoryReport both = ReportFixture.small();
    String page = RENDERER.page(both);

    assertEquals(
        List.of("Foretold beforehand", "Worked out afterwards"),
        found("<h3>(Foretold beforehand|Worked out afterwards)</h3>", page).subList(0, 2));
    assertTrue(page.contains("of 252 foretold beforehand"));
  }

  @Test
  void saysThatThereIsNothing() {
    String page = RENDERER.page(ReportFixture.empty());

    assertTrue(page.contains("Updates of <bdi>every machine of this history</bdi>"));
    assertTrue(page.contains("Nothing can be said of it yet"));
    assertTrue(page.contains("No run has been measured in this time."));
    assertTrue(page.contains("There is nothing to judge yet."));
    assertTrue(page.contains("Nothing failed in this time."));
    assertFalse(page.contains("class=\"chart\""));
  }

  @Test
  void isTheSameForTheSameReport() {
    assertEquals(RENDERER.page(ReportFixture.small()), RENDERER.page(ReportFixture.small()));
  }
}
