package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.LegacyFileChanged;
import org.updateall.domain.history.LegacySurvey;

class BackupTest {

  private final Path backups;
  private final LegacyFiles files;
  private final LegacySurvey survey;

  BackupTest(@TempDir Path directory) {
    files = new LegacyFiles(directory);
    backups = directory.resolve("data").resolve("backups");
    survey = files.survey(files.fileOfRecords("{\"start_time\": \"2026-01-03\"}", "{}"));
  }

  @Test
  void copiesByteForByteUnderTheNameOfTheContent() throws IOException {
    Path copy = files.history().backUp(survey, backups);
    assertEquals(
        backups.resolve("history-%s.json".formatted(survey.sha256().substring(0, 16))), copy);
    assertArrayEquals(Files.readAllBytes(survey.file()), Files.readAllBytes(copy));
    assertEquals(List.of(copy), filesIn(backups));
  }

  @Test
  void letsOnlyTheOwnerIn() throws IOException {
    assumeTrue(backups.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path copy = files.history().backUp(survey, backups);
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backups)));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
  }

  @Test
  void leavesACopyThatIsThereUntouched() throws IOException {
    Path copy = files.history().backUp(survey, backups);
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(copy, longAgo);
    files.history().backUp(survey, backups);
    assertEquals(longAgo, Files.getLastModifiedTime(copy));
  }

  @Test
  void replacesADamagedCopy() throws IOException {
    Path copy = files.history().backUp(survey, backups);
    byte[] damaged = Files.readAllBytes(copy);
    damaged[3] = 'X';
    Files.write(copy, damaged);
    files.history().backUp(survey, backups);
    assertArrayEquals(Files.readAllBytes(survey.file()), Files.readAllBytes(copy));
  }

  @Test
  void leavesNothingOfAFileThatHasChanged() throws IOException {
    Files.writeString(survey.file(), "[]");
    assertThrows(LegacyFileChanged.class, () -> files.history().backUp(survey, backups));
    assertEquals(List.of(), filesIn(backups));
  }

  @Test
  void failsWhereNoDirectoryCanBe() {
    Path occupied = files.file("no directory");
    assertThrows(
        UncheckedIOException.class,
        () -> files.history().backUp(survey, occupied.resolve("backups")));
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }
}
