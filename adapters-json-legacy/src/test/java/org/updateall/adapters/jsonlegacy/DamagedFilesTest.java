package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.LegacySurvey;

/** Whatever happens to a file, it is refused or read; nothing else comes of it. */
class DamagedFilesTest {

  private static final long SEED = 20260103;
  private static final int TRIALS = 600;
  private static final String WHOLE =
      """
      [{"id": "9c41e7ab", "start_time": "2026-01-03T06:15:02.118204+00:00",
        "end_time": "2026-01-03T06:21:40+00:00", "hostname": "żółw", "username": "\\u4e80",
        "plugins": [{"name": "apt", "status": "success", "packages_updated": 14, "exit_code": -1,
          "error_message": null, "start_time": "2026-01-03", "other": [1.5, {"a": true}]}]},
       {"id": 7, "start_time": "2026-W01-3", "plugins": [{"name": "snap"}, {"name": "snap"}]}]""";

  private final LegacyFiles files;
  private final Random random = new Random(SEED);

  DamagedFilesTest(@TempDir Path directory) {
    files = new LegacyFiles(directory);
  }

  @Test
  void changedBytesAreRefusedOrReadOrQuarantined() {
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] content = WHOLE.getBytes(UTF_8);
      for (int change = random.nextInt(4); change >= 0; change--) {
        content[random.nextInt(content.length)] = damage();
      }
      assertAccountedFor(files.file(content));
    }
  }

  @Test
  void removedAndRepeatedPartsAreRefusedOrReadOrQuarantined() {
    for (int trial = 0; trial < TRIALS; trial++) {
      int from = random.nextInt(WHOLE.length());
      int to = random.nextInt(WHOLE.length());
      assertAccountedFor(files.file(WHOLE.substring(0, from) + WHOLE.substring(to)));
    }
  }

  @Test
  void aFileCutOffIsAlwaysRefused() {
    byte[] whole = WHOLE.getBytes(UTF_8);
    for (int trial = 0; trial < TRIALS; trial++) {
      Path file = files.file(Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertFalse(files.refusal(file).message().isBlank());
    }
  }

  private void assertAccountedFor(Path file) {
    Either<FileRefused, LegacySurvey> result = files.history().survey(file, LegacyFiles.READING);
    result.peekLeft(refusal -> assertFalse(refusal.reason().isBlank()));
    result.peek(
        survey -> {
          assertEquals(
              survey.records(), survey.runs() + survey.repeated() + survey.quarantinedCount());
          assertEquals(survey.runs(), files.runs(file, LegacyFiles.READING).size());
        });
  }

  /** Mostly characters that mean something in JSON, now and then any byte. */
  private byte damage() {
    String telling = "{}[]\",:0123456789-+eEnutfN\\ \n";
    return random.nextInt(5) == 0
        ? (byte) random.nextInt(256)
        : (byte) telling.charAt(random.nextInt(telling.length()));
  }
}
