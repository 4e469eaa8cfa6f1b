package org.updateall.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.history.HistoryFilter;

class ExchangeRecordsTest {

  @ParameterizedTest
  @EnumSource
  void findsAFormatByItsWireName(ExchangeFormat format) {
    assertEquals(Option.some(format), ExchangeFormat.fromWireName(format.wireName()));
    assertEquals(Option.none(), ExchangeFormat.fromWireName(format.wireName() + "x"));
  }

  @Test
  void tellsAWholeHistoryFromAPart() {
    ExportRequest whole =
        new ExportRequest(Path.of("x"), ExchangeFormat.CSV, HistoryFilter.everything(), false);
    ExportRequest part =
        new ExportRequest(
            Path.of("x"), ExchangeFormat.CSV, HistoryFilter.everything().ofPlugins("apt"), false);

    assertTrue(whole.isWhole());
    assertFalse(part.isWhole());
  }

  @Test
  void saysInOneSentenceWhyATargetIsRefused() {
    assertEquals(
        "x.json is there already. Name another.",
        new TargetRefused(Path.of("x.json"), "is there already", "Name another.").message());
  }

  @Test
  void namesTheFileThatWasChanged() {
    assertEquals(
        "x.json was changed while it was being read; import it again",
        new ExportChanged(Path.of("x.json"), null).getMessage());
  }
}
