package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.LegacySurvey;
import org.updateall.domain.history.Run;

/** A file of 200 MB is read in a JVM of its own, whose heap is not much larger than the file. */
class LargeFileTest {

  private static final long BYTES = 200_000_000;
  private static final long MINUTES_ALLOWED = 5;

  @Test
  void readsTwoHundredMegabytesInAHeapOf256(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("history.json");
    long records = write(file);
    assertTrue(Files.size(file) >= BYTES);
    assertEquals("records %d runs %d walked %d".formatted(records, records, records), read(file));
  }

  private static long write(Path file) throws IOException {
    long records = 0;
    long written = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write('[');
      while (written < BYTES) {
        String record = record(records++);
        writer.write(written == 0 ? "" : ",\n");
        writer.write(record);
        written += record.length() + 2;
      }
      writer.write(']');
    }
    return records;
  }

  private static String record(long number) {
    return "{\"id\":\""
        + Long.toHexString(number)
        + "\",\"start_time\":\""
        + Instant.EPOCH.plusSeconds(number)
        + "\",\"plugins\":[]}";
  }

  private static String read(Path file) throws IOException, InterruptedException {
    Path output = file.resolveSibling("output");
    Process child =
        new ProcessBuilder(command(file))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = child.waitFor(MINUTES_ALLOWED, TimeUnit.MINUTES);
    child.destroyForcibly();
    assertTrue(ended, "still reading");
    return Files.readString(output).strip();
  }

  private static List<String> command(Path file) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        file.toString());
  }

  /** What runs in the small JVM. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) {
      JsonLegacyHistory history = new JsonLegacyHistory();
      LegacySurvey survey = history.survey(Path.of(arguments[0]), LegacyFiles.READING).get();
      long walked = 0;
      for (Iterator<Run> runs = history.runs(survey, LegacyFiles.READING);
          runs.hasNext();
          runs.next()) {
        walked++;
      }
      System.out.printf("records %d runs %d walked %d%n", survey.records(), survey.runs(), walked);
    }
  }
}
