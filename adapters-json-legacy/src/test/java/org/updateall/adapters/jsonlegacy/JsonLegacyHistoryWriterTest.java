package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyHistoryWriter;
import org.updateall.domain.history.LegacyHistoryWriterContract;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

class JsonLegacyHistoryWriterTest extends LegacyHistoryWriterContract {

  private final LegacyHistoryWriter writer =
      Guice.createInjector(new JsonLegacyModule()).getInstance(LegacyHistoryWriter.class);

  private final Path directory;

  JsonLegacyHistoryWriterTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected LegacyHistoryWriter writer() {
    return writer;
  }

  @Override
  protected LegacyHistory reader() {
    return new JsonLegacyHistory();
  }

  @Override
  protected Path newFile() {
    return directory.resolve("data").resolve("history.json");
  }

  @Test
  void writesWhatPythonWouldToTheByte() throws IOException {
    Run run =
        run()
            .startingAt("2026-01-03T06:15:02.118204Z")
            .endingAt("2026-01-03T06:21:40Z")
            .on("hôte \uD83D\uDE00")
            .executing(
                execution("apt")
                    .updating(14, null)
                    .startingAt("2026-01-03T06:15:02.301Z")
                    .endingAt("2026-01-03T06:19:55.0104Z"),
                execution("snap").failingWith("a\n\"b\"\u007f", -9).ending(ExecutionStatus.TIMEOUT))
            .build();
    writer.write(newFile(), List.of(run, Runs.run(2).build())::forEach);

    assertEquals(
        """
        [
          {
            "id": "01900000-0000-7001-8000-000000000000",
            "start_time": "2026-01-03T06:15:02.118204+00:00",
            "end_time": "2026-01-03T06:21:40+00:00",
            "hostname": "h\\u00f4te \\ud83d\\ude00",
            "plugins": [
              {
                "name": "apt",
                "status": "success",
                "packages_updated": 14,
                "error_message": null,
                "start_time": "2026-01-03T06:15:02.301000+00:00",
                "end_time": "2026-01-03T06:19:55.010400+00:00"
              },
              {
                "name": "snap",
                "status": "timeout",
                "error_message": "a\\n\\"b\\"\\u007f",
                "start_time": null,
                "end_time": null,
                "exit_code": -9
              }
            ]
          },
          {
            "id": "01900000-0000-7002-8000-000000000000",
            "start_time": "2026-01-05T12:00:00+00:00",
            "end_time": "2026-01-05T12:01:00+00:00",
            "hostname": "workstation",
            "plugins": []
          }
        ]""",
        Files.readString(newFile()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Asia/Kathmandu"})
  void writesTheSameOnAMachineInAnyZone(String zone) throws IOException {
    writer.write(newFile(), List.of(Runs.complete())::forEach);
    String here = Files.readString(newFile());
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      writer.write(newFile(), List.of(Runs.complete())::forEach);
    } finally {
      TimeZone.setDefault(before);
    }
    assertEquals(here, Files.readString(newFile()));
  }

  @Test
  void writesAnEmptyHistoryAsPythonBeginsOne() throws IOException {
    writer.write(newFile(), visitor -> {});

    assertEquals("[]", Files.readString(newFile()));
  }

  @Test
  void letsTheOwnerAloneReadTheFile() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    writer.write(newFile(), visitor -> {});

    assertEquals("rw-------", permissions(newFile()));
    assertEquals("rwx------", permissions(directory.resolve("data")));
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    writer.write(newFile(), visitor -> {});
    assertThrows(
        IllegalStateException.class,
        () ->
            writer.write(
                newFile(),
                visitor -> {
                  throw new IllegalStateException();
                }));

    try (Stream<Path> files = Files.list(directory.resolve("data"))) {
      assertEquals(List.of(newFile()), files.toList());
    }
  }

  @Test
  void followsALinkAndLeavesItOne() throws IOException {
    Path target = Files.writeString(directory.resolve("target.json"), "[]");
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), target);

    writer.write(link, visitor -> visitor.accept(run().build()));

    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(target).contains("workstation"));
  }

  @Test
  void waitsForOthersAndSaysForWhom() throws Exception {
    Path file = directory.resolve("history.json");
    LegacyHistoryWriter impatient = new JsonLegacyHistoryWriter(Duration.ofMillis(50));
    try (OtherProcess holder = OtherProcess.holding(directory.resolve("history.json.lock"))) {
      String message = Complaint.of(() -> impatient.write(file, visitor -> {}));
      assertTrue(message.contains("in use by process " + holder.pid()), message);
    }
    assertFalse(Files.exists(file));
    assertEquals(0, impatient.write(file, visitor -> {}));
  }

  @Test
  void refusesToBeUsedFromWithinItsOwnSourceWhereAStoreLocks() throws IOException {
    Files.createDirectory(directory.resolve("data"));
    Files.createFile(SidecarLock.beside(newFile()));

    assertThrows(
        IllegalStateException.class,
        () -> writer.write(newFile(), visitor -> writer.write(newFile(), inner -> {})));
  }

  @Test
  void saysWhyAFileCannotBeWritten() throws IOException {
    Path file = Files.createDirectory(directory.resolve("history.json"));
    Files.writeString(file.resolve("x"), "");

    String message = Complaint.of(() -> writer.write(file, visitor -> {}));
    assertTrue(message.startsWith("The history " + file + " cannot be used: "), message);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
