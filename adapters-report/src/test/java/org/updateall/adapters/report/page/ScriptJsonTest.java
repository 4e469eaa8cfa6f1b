package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptJsonTest {

  @Test
  void escapesAllThatMeansSomethingToAReaderOfHtml() {
    assertEquals(
        "{\"zone\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u0022\\u005c\\u0027\\u2028\\u2029\\u0000\\ud800\\u00fc\"}",
        new ScriptJson().put("zone", "</script><!--&\"\\'\u2028\u2029\u0000\ud800ü").toString());
  }

  @Test
  void writesNumbersAsShortAsTheyCanBe() {
    assertEquals(
        "{\"a\":[0,12.3,0.123,123e6,123,1e-7],\"b\":[1,-2],\"c\":true}",
        new ScriptJson()
            .put("a", List.of(0.0, 12.34, 0.12345, 123_456_789.0, 123.4, 1e-7), 3)
            .put("b", List.of(1L, -2L))
            .put("c", true)
            .toString());
  }
}
