package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.adapters.duckdb.SpoolJson.Marker;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.journal.ProcessIdentity;
import org.updateall.domain.journal.RunUnderWay;

class SpoolJsonTest {

  private static final ProcessIdentity PROCESS =
      new ProcessIdentity("atlas", "boot", "pid:[7]", Long.MAX_VALUE, "123");

  @Test
  void givesBackEveryRunAndProcess() {
    for (Run run : List.of(Runs.complete(), Runs.sparse(), Runs.run().build())) {
      assertEquals(run, SpoolJson.accepted(SpoolJson.accepted(run)));
      for (ProcessIdentity process :
          List.of(PROCESS, new ProcessIdentity("zeus", null, null, 7, null))) {
        Marker marker = new Marker(new RunUnderWay(run, process), Long.MAX_VALUE);
        assertEquals(marker, SpoolJson.underWay(SpoolJson.underWay(marker)));
      }
    }
  }

  @Test
  void givesBackAMessageOfAnyLength() {
    Run run =
        Runs.run().executing(Runs.execution("apt").failingWith("x".repeat(25_000_000), 1)).build();

    assertEquals(run, SpoolJson.accepted(SpoolJson.accepted(run)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\":1|\"format\":7|format 7 is not known",
        "\"format\":1,||format is missing",
        "\"hostname\":\"workstation\"|\"hostname\":7|run: hostname is not a text",
        "\"phase\":\"CHECK\"|\"phase\":\"X\"|run.plugins[0].steps[0]: phase 'X' is unknown",
        "\"run\":|\"run\":0,\"x\":|run: is no object",
        "}]}}|}]}|no whole JSON",
        "\"format\":1|\"format\":1,\"more\":1|more is not known here",
      })
  void saysWhereAndWhyAContentIsNone(String right, String wrong, String reason) {
    String content = new String(SpoolJson.accepted(Runs.complete()), UTF_8);

    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SpoolJson.accepted(
                    content.replace(right, wrong == null ? "" : wrong).getBytes(UTF_8)));
    assertSays(refusal, reason);
  }

  @Test
  void refusesAnyDamageWithAReasonOrReadsIt() {
    byte[] whole = SpoolJson.accepted(Runs.complete());
    Random random = new Random(7);
    int refused = 0;
    for (int mutation = 0; mutation < 5_000; mutation++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertTrue(refused > 2_000, "refused " + refused);
    for (int length = 0; length < whole.length; length++) {
      assertTrue(isRefused(Arrays.copyOf(whole, length)), "of length " + length);
    }
  }

  private static boolean isRefused(byte[] content) {
    try {
      return SpoolJson.accepted(content) == null;
    } catch (IllegalArgumentException e) {
      return !String.valueOf(e.getMessage()).isBlank();
    }
  }
}
