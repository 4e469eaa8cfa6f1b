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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line that makes a page. */
final class ReportCommandTest {

  private static final int DAYS = 30;

  @TempDir private static Path place;
  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void makeAHistory() {
    ForetoldYear.write(database(), 2, DAYS, Instant.now().minus(Duration.ofDays(DAYS)));
  }

  @Test
  void makesAPageThatOnlyItsOwnerMayRead() throws IOException {
    assertEquals(ExitCode.DONE, run("--output", page().toString()));

    assertTrue(
        out.toString().matches("(30|29) runs of 2 plugins in the last 365 days: .*page.html\\R"),
        out.toString());
    String text = Files.readString(page());
    assertTrue(text.strip().toLowerCase(Locale.ROOT).startsWith("<!doctype html>"));
    assertTrue(text.contains("flatpak"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page())));
  }

  @Test
  void showsThePluginsAndTheTimeThatAreAskedFor() throws IOException {
    JsonNode document = json("--plugin", "apt", "--days", "10");

    assertEquals(10, document.get("runs").asInt(), 1);
    assertEquals("[\"apt\"]", document.get("plugins").toString());
    assertEquals(page().toString(), document.get("file").asString());
    assertFalse(Files.readString(page()).contains("flatpak"));
  }

  @Test
  void replacesAPageAndNothingElse() throws IOException {
    assertEquals(ExitCode.DONE, run("--days", "5", "--output", page().toString()));
    assertEquals(ExitCode.DONE, run("--days", "5", "--output", page().toString()));
    Path diary = home.resolve("diary.html");
    Files.writeString(diary, "Dear diary");

    assertEquals(ExitCode.FILE_REFUSED, run("--output", diary.toString()));
    assertTrue(err.toString().contains("is there already, and no page"), err.toString());
    assertEquals("Dear diary", Files.readString(diary));
  }

  @Test
  void complainsOfWhatIsNotKnown() {
    assertEquals(
        ExitCode.NOT_AS_HOPED,
        run("--plugin", "apt,nix", "--days", "5", "--output", page().toString()));
    assertTrue(err.toString().contains("no run of the plugin nix is known"), err.toString());
    assertEquals(ExitCode.NOT_AS_HOPED, run("--host", "nowhere", "--output", page().toString()));
    assertEquals(ExitCode.WRONG_USAGE, run("--days", "-1", "--output", page().toString()));
    assertEquals(ExitCode.WRONG_USAGE, run("--plugin", "", "--output", page().toString()));
  }

  @Test
  void anEmptyHistoryMakesAPageThatSaysSo() {
    assertEquals(
        ExitCode.DONE,
        run("--db", home.resolve("none.duckdb").toString(), "--output", page().toString()));
    assertTrue(out.toString().startsWith("0 runs of 0 plugins"), out.toString());
    assertTrue(err.toString().contains("update-all import --from-system"), err.toString());
    assertTrue(Files.exists(page()));
  }

  @Test
  void opensThePageInTheBrowser() throws IOException {
    Path browser = home.resolve("browser");
    Files.writeString(browser, "#!/bin/sh\necho \"$1\" >'" + home + "/shown'\n");
    assertTrue(browser.toFile().setExecutable(true));
    environment.put("BROWSER", browser.toString());

    assertEquals(ExitCode.DONE, run("--days", "5", "--open", "--output", page().toString()));
    assertEquals(page() + "\n", Files.readString(home.resolve("shown")));

    environment.put("BROWSER", home.resolve("missing").toString());
    assertEquals(
        ExitCode.NOT_AS_HOPED, run("--days", "5", "--open", "--output", page().toString()));
    assertTrue(err.toString().contains("open it in a browser yourself"), err.toString());
  }

  @Test
  void everySystemOpensPagesInItsOwnWay() {
    assertEquals("open", Viewer.ofSystem("Mac OS X", Map.of()).program());
    assertEquals("cmd", Viewer.ofSystem("Windows 11", Map.of()).program());
    assertEquals("xdg-open", Viewer.ofSystem("Linux", Map.of()).program());
    assertEquals("w3m", Viewer.ofSystem("Linux", Map.of("BROWSER", "w3m")).program());
    assertEquals(
        "xdg-open", Viewer.ofSystem("Linux", Map.of("BROWSER", "w3m", "DISPLAY", ":0")).program());
  }

  private JsonNode json(String... words) {
    String[] asked = Arrays.copyOf(words, words.length + 3);
    asked[words.length] = "--json";
    asked[words.length + 1] = "--output";
    asked[words.length + 2] = page().toString();
    assertEquals(ExitCode.DONE, run(asked), err.toString());
    return JsonMapper.builder().build().readTree(out.toString());
  }

  private static Path database() {
    return place.resolve("history.duckdb");
  }

  private Path page() {
    return home.resolve("page.html");
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(words));
    if (!all.contains("--db")) {
      all.addAll(List.of("--db", database().toString()));
    }
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out), new PrintWriter(err), environment, home, false, null);
    int exitCode = new Program(surroundings).run(all.toArray(String[]::new));
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
