package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding Spark, and handing a job to it. */
final class SparkSubmitTest {

  @TempDir private Path place;
  private Path spark = Path.of("");
  private Path program = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void haveASpark() throws IOException {
    spark = Files.createDirectories(place.resolve("spark"));
    Path bin = Files.createDirectory(spark.resolve("bin"));
    program = bin.resolve("spark-submit");
    Files.writeString(program, "#!/bin/sh\necho said: \"$@\"\necho aside >&2\nexit 3\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    jar = place.resolve("fleet-spark-1-job.jar");
    Files.createFile(jar);
  }

  @Test
  void isFoundWhereItIsSaidToBe() {
    assertEquals(program, found(Map.of("SPARK_HOME", "/nowhere"), spark, jar).program());
    assertEquals(program, found(Map.of("SPARK_HOME", spark.toString()), null, jar).program());
    assertEquals(
        program, found(Map.of("PATH", "/nowhere:" + spark.resolve("bin")), null, jar).program());
  }

  @Test
  void saysWhatToDoWhereThereIsNone() {
    assertTrue(refusal(Map.of("PATH", "/nowhere"), null, jar).contains("--engine local"));
    assertEquals("there is no bin/spark-submit in " + place, refusal(Map.of(), place, jar));
    assertTrue(refusal(Map.of(), spark, null).contains("mvn package"));
    assertEquals("there is no file /no.jar", refusal(Map.of(), spark, Path.of("/no.jar")));
  }

  @Test
  void theJobIsFoundBesideTheProgramAndInABuiltTree() throws IOException {
    Path packaged = Files.createDirectories(place.resolve("installed/lib/fleet"));
    Files.createFile(packaged.resolve("fleet-spark-2-job.jar"));
    Path built = Files.createDirectories(place.resolve("tree/fleet-spark/target"));
    Files.createFile(built.resolve("fleet-spark-3-job.jar"));
    Files.createFile(built.resolve("fleet-spark-3.jar"));

    assertEquals(
        packaged.resolve("fleet-spark-2-job.jar"),
        SparkSubmit.find(Map.of(), spark, null, place.resolve("installed")).get().job());
    assertEquals(
        built.resolve("fleet-spark-3-job.jar"),
        SparkSubmit.find(Map.of(), spark, null, place.resolve("tree/cli/target/update-all"))
            .get()
            .job());
  }

  @Test
  void tellsWhatSparkSaysAndHowItEnded() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();

    int code =
        found(Map.of(), spark, jar)
            .run(List.of("--master", "local[2]"), List.of("--input", "a b"), lines::add);

    assertEquals(3, code);
    assertEquals(
        List.of(
            "said: --class org.updateall.fleet.spark.FleetJob --master local[2] %s --input a b"
                .formatted(jar),
            "aside"),
        lines);
  }

  private SparkSubmit found(
      Map<String, String> environment, @Nullable Path home, @Nullable Path job) {
    return find(environment, home, job).get();
  }

  private String refusal(Map<String, String> environment, @Nullable Path home, @Nullable Path job) {
    return find(environment, home, job).getLeft();
  }

  private Either<String, SparkSubmit> find(
      Map<String, String> environment, @Nullable Path home, @Nullable Path job) {
    return SparkSubmit.find(environment, home, job, place.resolve("nothing"));
  }
}
