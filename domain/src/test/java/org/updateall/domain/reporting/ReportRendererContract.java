package org.updateall.domain.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.history.HostScope;

/** What {@link ReportRenderer} promises, sentence by sentence. */
public abstract class ReportRendererContract {

  private static final String HOSTILE =
      "</p></title><script>x()</script><img src=\"y.png\" onerror='z()'>&";

  protected abstract ReportRenderer renderer();

  private static HistoryReport report(HostScope host, List<String> warnings) {
    return new HistoryReport(
        Instant.parse("2026-01-05T12:00:00Z"),
        ZoneOffset.UTC,
        host,
        null,
        0,
        new NextRun(List.of(), Map.of(), new RunRisk(List.of())),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        0,
        warnings);
  }

  @Test
  void isOneDocument() {
    String page = renderer().page(report(HostScope.only("atlas"), List.of()));

    assertTrue(page.startsWith("<!DOCTYPE html>"), page);
    assertEquals(page.length(), page.lastIndexOf("</html>") + "</html>".length());
    assertEquals(page.indexOf("<html"), page.lastIndexOf("<html"));
  }

  @Test
  void needsNothingElse() {
    String page = renderer().page(report(HostScope.everyHost(), List.of()));

    assertFalse(page.matches("(?s).*<(link|img|iframe|object|embed|base)\\b.*"));
    assertFalse(page.matches("(?s).*<[a-z]+ [^>]*(src|href)=\"[^#\"].*"));
  }

  @Test
  void isReadWithoutScripts() {
    String page = renderer().page(report(HostScope.only("atlas"), List.of("the network was away")));
    String withoutScripts = page.replaceAll("(?s)<script.*?</script>", "");

    assertTrue(withoutScripts.contains("atlas"));
    assertTrue(withoutScripts.contains("the network was away"));
  }

  @Test
  void showsAsTextWhateverNamesAndMessagesHold() {
    String page =
        renderer().page(report(HostScope.only(HOSTILE), List.of(HOSTILE, "\0\u202e\ud800")));

    assertFalse(page.contains("<script>x()"));
    assertFalse(page.contains("<img"));
    assertTrue(page.contains("&lt;script&gt;x()&lt;/script&gt;"));
    assertFalse(page.contains("\0"));
    assertFalse(page.contains("\u202e"));
    assertFalse(page.contains("\ud800"));
  }

  @Test
  void isUsedBySeveralThreadsAtOnce() {
    ReportRenderer renderer = renderer();
    HistoryReport report = report(HostScope.only("atlas"), List.of("one", "two"));
    String alone = renderer.page(report);

    List<String> together =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(each -> renderer.page(report))
            .distinct()
            .toList();

    assertEquals(List.of(alone), together);
  }
}
