package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlTest {

  private final Html html = new Html();

  private String written() {
    return html.toString().substring("<!DOCTYPE html>\n".length());
  }

  @Test
  void nestsElements() {
    html.open("p", "id", "one").text("a").leaf("br").element("b", "c", "class", "d").close().line();

    assertEquals("<p id=\"one\">a<br><b class=\"d\">c</b></p>\n", written());
  }

  @Test
  void escapesTextAndAttributes() {
    html.element("p", "<a href=\"x\">'&'</a>\u0000", "title", "\"><script>'&\u202e");

    assertEquals(
        "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\\u202e\">"
            + "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;\\u0000</p>",
        written());
  }

  @Test
  void keepsTheDirectionOfForeignTextInside() {
    html.foreign("שלום");

    assertEquals("<bdi>שלום</bdi>", written());
  }

  @ParameterizedTest
  @CsvSource({
    "style, color: red",
    "onclick, alert(1)",
    "href, https://example.org",
    "href, javascript:alert(1)",
    "src, x.png"
  })
  void refusesWhatAStrictPolicyForbids(String attribute, String value) {
    assertThrows(IllegalArgumentException.class, () -> html.open("a", attribute, value));
  }

  @Test
  void leadsToPlacesOfThePage() {
    html.element("a", "there", "href", "#there");

    assertEquals("<a href=\"#there\">there</a>", written());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a</script>b", "a</SCRIPT", "<!-- a"})
  void refusesScriptsThatWouldEndBeforeTheirEnd(String content) {
    assertThrows(IllegalArgumentException.class, () -> html.raw("script", content));
  }

  @Test
  void isNoDocumentBeforeAllIsClosed() {
    html.open("p");

    assertThrows(IllegalStateException.class, html::toString);
  }
}
