package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogStampTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'2026-05-09 07:28:46'               | 2026-05-09T07:28:46     | 19",
        "'2026-05-09  07:28:46'              | 2026-05-09T07:28:46     | 20",
        "'2026-05-09 07:28:46 status'        | 2026-05-09T07:28:46     | 19",
        "'2026-05-09 07:28:46,123 INFO x'    | 2026-05-09T07:28:46.123 | 23",
        "'2026-05-09 07:28:46,12'            | 2026-05-09T07:28:46     | 19",
        "'2024-02-29 00:00:00'               | 2024-02-29T00:00        | 19"
      })
  void readsALocalTime(String text, LocalDateTime time, int length) {
    assertEquals(Option.some(new LogStamp(time, length)), LogStamp.at(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-05-09",
        "2026-05-09 07:28:4",
        "2026-05-09T07:28:46",
        "2026-05-09 07.28.46",
        "2026/05/09 07:28:46",
        "2026-02-29 07:28:46",
        "2026-13-01 07:28:46",
        "2026-05-09 24:28:46",
        "2026-05-09 07:28:60",
        "-026-05-09 07:28:46",
        "12026-05-09 07:28:46",
        "\u0662\u0660\u0662\u0666-05-09 07:28:46",
        "2026-05-09 07:28:46,1x3"
      })
  void readsNothingElse(String text) {
    assertEquals(Option.none(), LogStamp.at(text));
  }
}
