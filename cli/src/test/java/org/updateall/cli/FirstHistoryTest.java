package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first command of somebody whose machine remembers at least what npm updated. */
final class FirstHistoryTest {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH_mm_ss_SSS'Z'").withZone(ZoneOffset.UTC);

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();
  private Option<String> answer = Option.none();

  @BeforeEach
  void npmHasUpdated() throws IOException {
    Path logs = Files.createDirectories(home.resolve(".npm/_logs"));
    for (int day = 1; day <= 4; day++) {
      Instant start = Instant.parse("2026-10-0%dT08:00:00Z".formatted(day));
      Path log = logs.resolve(NAME.format(start) + "-debug-0.log");
      Files.writeString(
          log,
          """
          0 verbose cli /usr/bin/node /usr/bin/npm
          1 info using npm@10.9.0
          2 verbose title npm update
          3 verbose argv "update" "--global"
          90 verbose exit 0
          91 info ok
          """);
      Files.setLastModifiedTime(log, FileTime.from(start.plusSeconds(20 + day)));
    }
  }

  @Test
  void whoeverCanBeAskedIsAsked() {
    answer = Option.some("");

    assertEquals(ExitCode.DONE, run("estimate", "npm"));

    assertEquals(1, asked.size());
    assertTrue(asked.get(0).contains("this machine remembers past updates ("), asked::toString);
    assertTrue(asked.get(0).endsWith("Bring them in? [Y/n] "), asked::toString);
    assertTrue(err.toString().contains("that this machine remembers brought in"), err::toString);
    assertTrue(out.toString().contains("npm     time"), out::toString);
  }

  @Test
  void onceThereIsAHistoryNobodyIsAsked() {
    answer = Option.some("yes");
    run("estimate", "npm");
    asked.clear();

    assertEquals(ExitCode.DONE, run("estimate", "npm"));

    assertEquals(List.of(), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "no", "what?"})
  void nothingIsBroughtInOfWhoeverDeclines(String no) {
    answer = Option.some(no);

    run("estimate");

    assertTrue(err.toString().contains("update-all import --from-system"), err::toString);
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void nothingIsBroughtInWhereNobodyCanBeAsked() {
    run("estimate");

    assertTrue(err.toString().contains("update-all import --from-system"), err::toString);
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void withJsonAndWhenQuietNobodyIsAsked() {
    answer = Option.some("y");

    run("estimate", "--json");
    run("estimate", "--quiet");

    assertEquals(List.of(), asked);
    assertFalse(Files.exists(home.resolve(".local/share/update-all/history.duckdb")));
  }

  @Test
  void withYesItIsDoneUnasked() {
    assertEquals(ExitCode.DONE, run("estimate", "npm", "--yes"));

    assertEquals(List.of(), asked);
    assertTrue(out.toString().contains("npm     time"), out::toString);
  }

  @Test
  void checkAndRunOfferItToo() throws IOException {
    Path configuration = Files.createDirectories(home.resolve(".config/update-all"));
    Files.writeString(
        configuration.resolve("config.yaml"),
        """
        plugins:
          quick:
            steps:
              - name: all
                phase: execute
                command: ['true']
        """);
    answer = Option.some("n");

    run("check", "quick");
    run("run", "quick", "--dry-run");

    assertEquals(2, asked.size());
    assertEquals(ExitCode.DONE, run("run", "quick", "--dry-run", "--yes"), err::toString);
    assertTrue(err.toString().contains("that this machine remembers brought in"), err::toString);
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            Map.of("PATH", System.getenv("PATH")),
            home,
            false,
            null,
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            question -> {
              asked.add(question);
              return answer;
            });
    int exitCode = new Program(surroundings).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
