package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;

/** That what was answered is answered again without a database being opened, and only then. */
final class KeptAnswersTest {

  private static final List<String> ASKED = List.of("estimate", "--json");
  private static final Instant NOW = Instant.parse("2026-03-01T10:10:00Z");

  @TempDir private Path home;
  private final AtomicInteger opened = new AtomicInteger();

  @BeforeEach
  void rememberRuns() throws IOException {
    Path file = home.resolve("history.json");
    LegacyFile.write(file, new SyntheticHistory(7).runs().subList(0, 12));
    run("import", file.toString());
    run("train");
    opened.set(0);
  }

  @Test
  void answersTheSameAgainWithoutTheDatabase() {
    String first = run("estimate", "--json");
    assertEquals(1, opened.get());
    assertEquals(first, run("estimate", "--json"));
    assertEquals(1, opened.get());
    assertTrue(first.contains("\"plugins\""), first);
  }

  @Test
  void asksAnewWithOtherWordsOrAfterTheHistoryHasChanged() throws IOException {
    run("estimate", "--json");
    run("estimate", "--json", "--level", "0.5");
    assertEquals(2, opened.get());

    Files.setLastModifiedTime(database(), FileTime.fromMillis(0));
    run("estimate", "--json");
    assertEquals(3, opened.get());
  }

  @Test
  void keepsNoTableAndNothingThatProgramsWereAskedForOrThatWasWrong() {
    run("estimate");
    run("estimate");
    run("estimate", "--json", "nobody");
    run("estimate", "--json", "nobody");
    assertEquals(4, opened.get());
    assertTrue(situation(NOW, "estimate", "--json", "--preflight").isEmpty());
    assertTrue(situation(NOW, "estimate", "--json", "--db=x").isEmpty());
  }

  @Test
  void anAnswerHoldsForAnHourAtMost() {
    assertEquals(situation(NOW, ASKED), situation(NOW.plusSeconds(49 * 60), ASKED));
    assertNotEquals(situation(NOW, ASKED), situation(NOW.plusSeconds(50 * 60), ASKED));
  }

  @Test
  void whileRunsWaitToBeStoredNothingIsKept() throws IOException {
    Path spool = database().resolveSibling("history.duckdb.spool");
    Files.createDirectories(spool);
    assertTrue(situation(NOW, ASKED).isDefined());
    Files.writeString(spool.resolve("a run"), "");
    assertTrue(situation(NOW, ASKED).isEmpty());
  }

  @Test
  void whatPluginsSayIsAnotherSituation() throws IOException {
    Option<Situation> before = situation(NOW, ASKED);
    Path cache = surroundings(new StringWriter()).locations().cache();
    Files.createDirectories(cache);
    Files.writeString(cache.resolve("preflights-vega.json"), "{}");
    assertNotEquals(before, situation(NOW, ASKED));
  }

  @Test
  void aFileThatIsCutOffOrAnothersIsNoAnswer() throws IOException {
    KeptAnswers answers = new KeptAnswers(home.resolve("kept"));
    Situation situation = new Situation("as it is");
    assertTrue(answers.find(situation).isEmpty());
    answers.keep(situation, "{}");
    assertEquals(Option.some("{}"), answers.find(situation));
    Path file = onlyFile();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

    for (String spoiled : List.of("as it is\n\n{", "as it was\n\n{}\n", "")) {
      Files.writeString(file, spoiled);
      assertTrue(answers.find(situation).isEmpty(), spoiled);
    }
  }

  @Test
  void keepsTheNewestFewAndDoesWithoutAPlace() throws IOException {
    KeptAnswers answers = new KeptAnswers(home.resolve("kept"));
    answers.keep(new Situation("first"), "{}");
    Path left = Files.writeString(home.resolve("kept/draft1.part"), "{");
    Files.setLastModifiedTime(left, FileTime.fromMillis(0));
    for (int i = 0; i < 40; i++) {
      answers.keep(new Situation("number " + i), "{}");
    }
    try (Stream<Path> files = Files.list(home.resolve("kept"))) {
      assertEquals(32, files.count());
    }
    assertTrue(Files.notExists(left));
    Path occupied = Files.writeString(home.resolve("occupied"), "");
    KeptAnswers nowhere = new KeptAnswers(occupied);
    nowhere.keep(new Situation("x"), "{}");
    assertTrue(nowhere.find(new Situation("x")).isEmpty());
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("kept"))) {
      return files.findAny().orElseThrow();
    }
  }

  private Path database() {
    return surroundings(new StringWriter()).locations().database();
  }

  private Option<Situation> situation(Instant now, String... words) {
    return situation(now, List.of(words));
  }

  private Option<Situation> situation(Instant now, List<String> words) {
    return Situation.now(surroundings(new StringWriter()), now, words);
  }

  private String run(String... words) {
    StringWriter out = new StringWriter();
    new Program(surroundings(out), this::open).run(words);
    return out.toString();
  }

  private UpdateAll open(Settings settings) {
    opened.incrementAndGet();
    return UpdateAll.open(settings);
  }

  private Surroundings surroundings(StringWriter out) {
    return new Surroundings(
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter(), true),
        Map.of(),
        home,
        false,
        null);
  }
}
