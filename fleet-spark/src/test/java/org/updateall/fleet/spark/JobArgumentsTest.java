package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobArgumentsTest {

  private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");

  @Test
  void needNoMoreThanTheTwoPlaces() {
    assertEquals(
        new JobOptions("in", "out", 1000, 0.9, ZoneId.of("UTC"), UNTIL, null),
        JobArguments.parse(words("--input in --output out"), UNTIL).get());
  }

  @Test
  void takeEveryChoice() {
    assertEquals(
        new JobOptions("in", "out", 7, 0.8, ZoneOffset.ofHours(2), Instant.EPOCH, 12),
        JobArguments.parse(
                words(
                    "--output out --input in --latest 7 --level 0.8 --zone +02:00"
                        + " --until 1970-01-01T00:00:00Z --partitions 12"),
                UNTIL)
            .get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--input in",
        "--output out",
        "--input in --output",
        "--input in --output out --fast yes",
        "--input in --output out --latest many",
        "--input in --output out --latest 0",
        "--input in --output out --level 1.5",
        "--input in --output out --zone Nowhere/Land",
        "--input in --output out --until yesterday",
        "--input in --output out --partitions 0"
      })
  void saySoWhenTheyMakeNoSense(String line) {
    assertTrue(
        JobArguments.parse(words(line), UNTIL).getLeft().contains("options are --input DIR"));
  }

  private static String[] words(String line) {
    return line.split(" ");
  }
}
