package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TenthsTest {

  @Test
  void whatIsAsExpectedIsHalfAsHighAsCanBe() {
    assertEquals("▄▄▄▄▄▄▄▄▄▄", Tenths.BLOCKS.draw(Collections.nCopies(10, 1.0)));
    assertEquals("--", Tenths.ASCII.draw(List.of(1.0, 1.0)));
  }

  @Test
  void nothingIsLowestAndTwiceAsManyIsFull() {
    assertEquals(
        "▁▁▂▃▄▅▆▇██",
        Tenths.BLOCKS.draw(List.of(0.0, .25, .5, .75, 1.0, 1.25, 1.5, 1.75, 2.0, 10.0)));
    assertEquals("_##", Tenths.ASCII.draw(List.of(0.0, 2.0, 10.0)));
  }
}
