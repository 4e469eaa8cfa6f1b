package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/** What every importer promises whose source is a log file that is rotated. */
@Timeout(20)
abstract class LogFilesContract extends HistoryImporterContract {

  @TempDir Path root;

  @TempDir Path elsewhere;

  /** The file that the source writes to now, such as {@code /var/log/dpkg.log}. */
  abstract String file();

  /**
   * Lines of a finished update that begins at that local time.
   *
   * @param dateAndTime such as {@code 2026-11-03 06:12:01}
   */
  abstract String update(String dateAndTime);

  /** A log with several updates, the first unlike the others, and something to be skipped. */
  String log() {
    return update("2026-11-01 06:12:01")
        + update("2026-11-02 06:12:01")
        + update("9999-12-31 06:12:01")
        + update("2026-11-03 06:12:01");
  }

  final LogTree tree() {
    return new LogTree(root);
  }

  @Override
  protected SourceMachine machine() {
    return tree().write(file(), log()).machine();
  }

  final CollectedSightings read() {
    return CollectedSightings.of(importer(), tree().machine());
  }

  final CollectedSightings read(String log) {
    tree().write(file(), log);
    return read();
  }

  final Sighting only(String log) {
    CollectedSightings collected = read(log);
    assertEquals(List.of(), collected.skipped());
    assertEquals(1, collected.sightings().size());
    return collected.sightings().get(0);
  }

  static List<String> reasons(CollectedSightings collected) {
    return collected.skipped().stream().map(SkippedRecord::reason).toList();
  }

  @Test
  void givesTheSameWhereTheLogHasRotated() {
    String older = update("2026-09-01 06:12:01");
    String old = update("2026-10-01 06:12:01");
    String current = update("2026-11-01 06:12:01");
    List<Sighting> before = read(older + old + current).sightings();

    tree().write(file(), current).write(file() + ".1", old).gzip(file() + ".2.gz", older);

    assertEquals(3, before.size());
    assertEquals(before, read().sightings());
    assertEquals(List.of(), read().skipped());
  }

  @Test
  void givesTheSameOnceTheLogHasGrownOrRotatedAway() {
    List<String> first =
        read(update("2026-11-01 06:12:01") + update("2026-11-02 06:12:01")).nativeIds();

    List<String> later =
        read(update("2026-11-02 06:12:01") + update("2026-11-03 06:12:01")).nativeIds();

    assertEquals(first.get(1), later.get(0));
    assertEquals(2, later.size());
  }

  @Test
  void readsFilesThatAreNamedByTheirDate() {
    tree()
        .gzip(file() + "-20261101.gz", update("2026-10-01 06:12:01"))
        .write(file(), update("2026-11-01 06:12:01"));

    assertEquals(2, read().sightings().size());
  }

  @Test
  void countsOnceWhatStandsInTwoFiles() {
    tree()
        .write(file() + ".1", update("2026-10-01 06:12:01") + update("2026-10-02 06:12:01"))
        .write(file(), update("2026-10-02 06:12:01") + update("2026-10-03 06:12:01"));

    CollectedSightings collected = read();

    assertEquals(3, collected.sightings().size());
    assertEquals(List.of("stands in this source twice"), reasons(collected));
    assertEquals(file(), collected.skipped().get(0).place());
    assertNotNull(collected.skipped().get(0).line());
  }

  @Test
  void readsATruncatedFileAsFarAsItGoesAndSaysSo() {
    String whole = update("2026-10-01 06:12:01") + update("2026-10-02 06:12:01");
    tree()
        .truncatedGzip(file() + ".1.gz", whole + update("2026-10-03 06:12:01"))
        .write(file(), update("2026-11-01 06:12:01"));

    CollectedSightings collected = read();

    assertTrue(
        collected.sightings().stream()
            .anyMatch(each -> each.start().equals(Instant.parse("2026-11-01T05:12:01Z"))));
    assertTrue(
        collected.skipped().stream()
            .anyMatch(
                each ->
                    each.place().equals(file() + ".1.gz")
                        && each.line() == null
                        && each.reason().startsWith("cannot be read:")));
  }

  @Test
  void saysWhatIsCompressedInAnotherWay() {
    tree().write(file() + ".1.xz", "no text").write(file(), update("2026-11-01 06:12:01"));

    CollectedSightings collected = read();

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("is compressed in a way that cannot be read; decompress it first"),
        reasons(collected));
  }

  @Test
  void readsLinesThatEndAsOnWindows() {
    List<Sighting> unix = read(log()).sightings();

    assertEquals(unix, read(log().replace("\n", "\r\n")).sightings());
  }

  @Test
  void readsOnPastBytesOfAnotherEncoding() {
    byte[] foreign = "Gr\u00FC\u00DFe \u00FF\n\n".getBytes(ISO_8859_1);
    byte[] update = update("2026-11-01 06:12:01").getBytes(UTF_8);
    byte[] all = Arrays.copyOf(foreign, foreign.length + update.length);
    System.arraycopy(update, 0, all, foreign.length, update.length);
    tree().write(file(), all);

    assertEquals(1, read().sightings().size());
  }

  @Test
  void findsNothingInAnEmptyFile() {
    assertEquals(List.of(), read("").sightings());
    assertEquals(List.of(), read("").skipped());
  }

  @Test
  void skipsUpdatesOfYearsThatCannotBe() {
    CollectedSightings collected =
        read(
            update("0001-01-01 00:00:01")
                + update("1970-01-01 00:00:01")
                + update("2026-11-01 06:12:01")
                + update("2026-11-22 06:12:01")
                + update("9999-12-31 06:12:01"));

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(
            "began before February 2000, when its clock was not set",
            "began before February 2000, when its clock was not set",
            "lies in the future",
            "lies in the future"),
        reasons(collected));
  }

  @Test
  void readsOnWhereTheClockWasSetBack() {
    CollectedSightings collected =
        read(update("2026-11-03 06:12:01") + update("2026-11-02 06:12:01"));

    assertEquals(2, collected.sightings().size());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void marksTheHourThatTheClockGoesThroughTwice() {
    List<Sighting> sightings =
        read(update("2026-10-25 02:30:00") + update("2026-11-01 06:12:01")).sightings();

    assertTrue(sightings.get(0).ambiguousTime());
    assertEquals(Instant.parse("2026-10-25T00:30:00Z"), sightings.get(0).start());
    assertFalse(sightings.get(1).ambiguousTime());
  }

  @Test
  void handsOnNoMoreThanWasAskedFor() {
    CollectedSightings later = new CollectedSightings();

    importer().read(machine(), Instant.parse("2026-11-02T12:00:00Z"), later);

    assertEquals(
        List.of(Instant.parse("2026-11-03T05:12:01Z")),
        later.sightings().stream().map(Sighting::start).toList());
  }

  @Test
  void neverWaitsForANamedPipe() {
    tree().pipe(file());

    assertUnreadable("cannot be read: it is not a regular file");
  }

  @Test
  void followsNoLinkOutOfTheTree() throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("log"), log());
    tree().link(file(), secret);

    CollectedSightings collected = read();

    assertEquals(State.UNREADABLE, importer().detect(tree().machine()).state());
    assertEquals(List.of(), collected.sightings());
    assertTrue(reasons(collected).get(0).contains("leads out of"));
    tree().delete(file());
  }

  @Test
  void readsNoDirectoryOfThatName() {
    tree().directory(file());

    assertUnreadable("cannot be read: it is not a regular file");
  }

  @Test
  void saysWhatThisUserMayNotRead() {
    tree().write(file(), log()).lock(file());
    assumeFalse(Files.isReadable(tree().at(file())), "root may read everything");

    assertUnreadable("may not be read by this user");
  }

  private void assertUnreadable(String reason) {
    CollectedSightings collected = read();

    assertEquals(State.UNREADABLE, importer().detect(tree().machine()).state());
    assertEquals(List.of(), collected.sightings());
    assertEquals(List.of(new SkippedRecord(file(), null, reason)), collected.skipped());
  }
}
