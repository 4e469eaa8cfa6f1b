package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

@Timeout(20)
class ZshImporterTest extends HistoryImporterContract {

  private static final String FILE = "/home/ann/.zsh_history";

  private static final String HISTORY =
      """
      : 1793513220:0;ls -l
      : 1793513221:95;sudo apt update && sudo apt upgrade
      : 1793513400:2;vim "notes about apt upgrade"
      : 1793599620:0;sudo apt upgrade
      : 1793599700:31;flatpak update
      """;

  @TempDir Path root;

  @TempDir Path elsewhere;

  @Override
  protected HistoryImporter importer() {
    return new ZshImporter();
  }

  @Override
  protected SourceMachine machine() {
    return tree().write(FILE, HISTORY).machine();
  }

  private LogTree tree() {
    return new LogTree(root);
  }

  private CollectedSightings read() {
    return CollectedSightings.of(importer(), tree().machine());
  }

  private CollectedSightings read(String history) {
    tree().write(FILE, history);
    return read();
  }

  private static List<String> reasons(CollectedSightings collected) {
    return collected.skipped().stream().map(SkippedRecord::reason).toList();
  }

  @Test
  void isReadOnlyWhereSomebodyNamesIt() {
    assertTrue(importer().onlyWhenNamed());
  }

  @Test
  void readsUpdatesAndSaysNothingOfAnythingElse() {
    CollectedSightings collected = read(HISTORY);

    Sighting apt = collected.sightings().get(0);
    assertEquals(2, collected.sightings().size());
    assertEquals("zsh-history", apt.importer());
    assertEquals("1793513221:95-apt", apt.nativeId());
    assertEquals(new PluginName("apt"), apt.plugin());
    assertEquals(Extent.SESSION, apt.extent());
    assertEquals(ExecutionStatus.SUCCESS, apt.status());
    assertEquals(Instant.ofEpochSecond(1_793_513_221L), apt.start());
    assertEquals(Duration.ofSeconds(95), Duration.between(apt.start(), apt.end()));
    assertFalse(apt.ambiguousTime());
    assertNull(apt.packagesUpdated());
    assertNull(apt.packagesAnnounced());
    assertNull(apt.exitCode());
    assertNull(apt.errorMessage());
    assertEquals(List.of(), apt.steps());
    assertEquals(new PluginName("flatpak"), collected.sightings().get(1).plugin());
    assertEquals(
        List.of(new SkippedRecord(FILE, 4L, "does not say how long it took")), collected.skipped());
  }

  @Test
  void keepsNothingOfWhatWasTyped() {
    String told = read(": 1793513221:95;SECRET=hunter2 sudo apt upgrade\n").sightings().toString();

    assertTrue(told.contains("apt"));
    assertFalse(told.contains("hunter2"));
  }

  @Test
  void readsCommandsOfSeveralLines() {
    CollectedSightings collected =
        read(
            """
            : 1793513221:95;sudo apt update\\
            sudo apt upgrade
            : 1793513421:96;sudo apt \\\\
              upgrade -y
            : 1793513621:97;cat <<END\\
            : 1793513221:95;sudo apt upgrade\\
            END
            : 1793513821:98;sudo apt upgrade\\
            reboot
            """);

    assertEquals(List.of("1793513221:95-apt", "1793513421:96-apt"), collected.nativeIds());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void readsACommandThatStandsThereTwiceOnce() {
    CollectedSightings collected =
        read(": 1793513221:95;sudo apt upgrade\n: 1793513221:95;sudo apt upgrade\n");

    assertEquals(1, collected.sightings().size());
    assertEquals(List.of("stands in this source twice"), reasons(collected));
  }

  @Test
  void saysThatAHistoryHoldsNoTimes() {
    CollectedSightings collected = read("ls\nsudo apt upgrade\n");

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            new SkippedRecord(
                FILE, null, "holds no times: zsh was without its option EXTENDED_HISTORY")),
        collected.skipped());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ": ;apt upgrade",
        ": :;apt upgrade",
        ": 1793513221;apt upgrade",
        ": 17x3513221:5;apt upgrade",
        ": 1793513221:-5;apt upgrade",
        ": 99999999999999999999:5;apt upgrade",
        ": 1793513221:99999999999999999999;apt upgrade",
        ": 1793513221:5",
        ": 1793513221:5;apt upgrade\\"
      })
  void takesNothingFromALineThatIsNoEntry(String line) {
    assertEquals(List.of(), read(line + "\n").sightings());
  }

  @Test
  void skipsTimesThatCannotBe() {
    CollectedSightings collected =
        read(
            """
            : 1:5;apt upgrade
            : 99999999999:5;apt upgrade
            : 1783513221:9999999;apt upgrade
            """);

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            "began before February 2000, when its clock was not set",
            "lies in the future",
            "took more than a week: the clock was set meanwhile"),
        reasons(collected));
  }

  @Test
  void undoesWhatZshDoesToBytesOfItsOwn() throws IOException {
    byte[] metafied = {'a', (byte) 0xC3, (byte) 0x83, (byte) 0xBF, 'b', (byte) 0x83, ' ', 'c'};
    byte[] plain = {'a', (byte) 0xC3, (byte) 0x9F, 'b', 0, 'c'};

    assertArrayEquals(
        plain, new UnmetafiedStream(new ByteArrayInputStream(metafied)).readAllBytes());
    assertEquals("a\u00DFb\0c", new String(plain, UTF_8));
  }

  @Test
  void endsWhereAByteOfItsOwnIsMissing() throws IOException {
    byte[] truncated = {'a', (byte) 0x83};

    assertArrayEquals(
        new byte[] {'a'}, new UnmetafiedStream(new ByteArrayInputStream(truncated)).readAllBytes());
  }

  @Test
  void readsOnPastForeignBytesWindowsLinesAndCodesForTerminals() {
    String history =
        ": 1793513000:1;echo gr\u00FC\u00DFe \u0083\u001B[2J\r\n: 1793513221:95;apt upgrade\r\n";
    tree().write(FILE, history.getBytes(ISO_8859_1));

    assertEquals(List.of("1793513221:95-apt"), read().nativeIds());
  }

  @Test
  void looksIntoTheUsualFiles() {
    tree()
        .write("/home/ann/.zhistory", ": 1793513221:95;apt upgrade\n")
        .write("/home/ann/.histfile", ": 1793513222:95;apt upgrade\n")
        .write("/home/ann/.bash_history", ": 1793513223:95;apt upgrade\n");

    assertEquals(2, read().sightings().size());
  }

  @Test
  void neverWaitsForANamedPipeNorFollowsALinkOutOfTheTree() throws IOException {
    tree()
        .pipe(FILE)
        .directory("/home/ann/.zhistory")
        .link("/home/ann/.histfile", Files.writeString(elsewhere.resolve("history"), HISTORY));

    CollectedSightings collected = read();

    assertEquals(State.UNREADABLE, importer().detect(tree().machine()).state());
    assertEquals(List.of(), collected.sightings());
    assertEquals(3, collected.skipped().size());
    tree().delete("/home/ann/.histfile");
  }

  @Test
  void readsACommandWithoutEndInLittleMemory() {
    String endless = ": 1793513221:95;sudo apt upgrade\\\n" + "x\\\n".repeat(200_000) + "x\n";

    assertEquals(List.of(), read(endless).sightings());
  }
}
