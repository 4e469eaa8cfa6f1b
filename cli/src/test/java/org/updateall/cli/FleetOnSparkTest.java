package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Having Spark train a fleet, where a script stands for Spark. */
final class FleetOnSparkTest {

  private static final String JOB =
      """
      #!/bin/sh
      echo "$@" >"%s"
      echo '12:00:00 INFO SparkContext: many words'
      echo 'metric executions: 7200'
      echo 'metric forecasts: 120'
      echo 'metric models: 1'
      echo 'metric priors: 26'
      echo 'metric as_of: 2026-03-05T06:18:05Z'
      %s
      """;

  @TempDir private Path place;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void haveAJar() throws IOException {
    Files.createFile(place.resolve("job.jar"));
  }

  @Test
  void saysWhatCameOfItWithoutSparksOwnWords() throws IOException {
    spark("");

    assertEquals(ExitCode.DONE, train("--master", "local[2]", "--submit-option=--name=x"));

    assertEquals(
        "Learned from 7,200 executions: 120 forecasts and 1 model, priors for 26 kinds of series, in forecasts.",
        out.toString().strip());
    assertFalse(err.toString().contains("many words"), err.toString());
    assertEquals(
        "--class org.updateall.fleet.spark.FleetJob --master local[2] --name=x %s"
                .formatted(place.resolve("job.jar"))
            + " --input tree --output forecasts --level 0.9 --latest 1000 --zone UTC",
        Files.readString(place.resolve("words")).strip());
  }

  @Test
  void showsSparksOwnWordsWhereTheyAreWanted() throws IOException {
    spark("");

    assertEquals(ExitCode.DONE, train("--verbose"));

    assertTrue(err.toString().contains("many words"), err.toString());
  }

  @Test
  void complainsOfWhatWasLeftOut() throws IOException {
    spark("echo 'left out outcomes/month=1970-01/host=a/part.parquet: its clock.' >&2");

    assertEquals(ExitCode.NOT_AS_HOPED, train());

    assertTrue(
        err.toString().contains("outcomes/month=1970-01/host=a/part.parquet: its clock."),
        err.toString());
  }

  @Test
  void passesFiguresOnAsJson() throws IOException {
    spark("");

    assertEquals(ExitCode.DONE, train("--json"));

    JsonNode document = JsonMapper.builder().build().readTree(out.toString());
    assertEquals(7200, document.get("executions").asLong());
    assertEquals("2026-03-05T06:18:05Z", document.get("as_of").asString());
  }

  @Test
  void showsTheLastOfSparksWordsWhereItFails() throws IOException {
    spark("echo 'no such cluster'; exit 7");

    assertEquals(ExitCode.NOT_AS_HOPED, train());

    assertTrue(err.toString().contains("no such cluster"), err.toString());
    assertTrue(err.toString().contains("exit code 7"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void refusesWordsThatGoNotTogether() throws IOException {
    spark("");

    assertEquals(ExitCode.WRONG_USAGE, train("--threads", "2"));
    assertEquals(
        ExitCode.WRONG_USAGE,
        run("fleet", "train", "--input", "tree", "--output", "x", "--master", "yarn"));
    assertTrue(err.toString().contains("go with --engine spark"), err.toString());
  }

  @Test
  void saysWhatToDoWithoutSpark() {
    assertEquals(ExitCode.NOT_AS_HOPED, train());

    assertTrue(err.toString().contains("bin/spark-submit"), err.toString());
  }

  private void spark(String end) throws IOException {
    Path program = Files.createDirectory(place.resolve("bin")).resolve("spark-submit");
    Files.writeString(program, JOB.formatted(place.resolve("words"), end));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int train(String... further) {
    List<String> words =
        new ArrayList<>(List.of("fleet", "train", "--input", "tree", "--output", "forecasts"));
    words.addAll(List.of("--engine", "spark", "--spark-home", place.toString()));
    words.addAll(List.of("--job", place.resolve("job.jar").toString()));
    words.addAll(List.of(further));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), place, false, null);
    int exitCode = new Program(surroundings).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
