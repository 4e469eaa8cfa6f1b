package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.fleet.SyntheticFleet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole command lines about what a fleet says, as a user types them. */
final class PriorsCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int HOSTS = 6;

  @TempDir private static Path fleet;
  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void trainAFleetOfAptAndFlatpak() throws Exception {
    SyntheticTree.write(fleet.resolve("tree"), SyntheticFleet.of(5, HOSTS, 2, 25));
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Map.of(),
            fleet,
            false,
            null);
    String tree = fleet.resolve("tree").toString();
    String output = fleet.resolve("out").toString();
    assertEquals(
        ExitCode.DONE,
        new Program(surroundings).run("fleet", "train", "--input", tree, "--output", output));
  }

  /** Three runs of apt and none of flatpak. */
  @BeforeEach
  void importAFewRuns() throws Exception {
    String run =
        """
        {"id": "%1$d", "start_time": "2026-03-0%1$dT06:00:00+00:00", "end_time": "2026-03-0%1$dT06:02:00+00:00",
         "plugins": [{"name": "apt", "status": "success", "packages_updated": 3, "error_message": null,
           "start_time": "2026-03-0%1$dT06:00:00+00:00", "end_time": "2026-03-0%1$dT06:01:4%1$d+00:00"}]}
        """;
    Path file = home.resolve("history.json");
    Files.writeString(
        file, "[" + run.formatted(1) + "," + run.formatted(2) + "," + run.formatted(3) + "]");
    assertEquals(ExitCode.DONE, run("import", file.toString()), err::toString);
  }

  private static Path priors() {
    return fleet.resolve("out/priors.json");
  }

  private JsonNode json(int exitCode, String... words) {
    assertEquals(exitCode, run(words), err::toString);
    return MAPPER.readTree(out.toString());
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    return new Program(surroundings).run(words);
  }

  private static double width(JsonNode figure) {
    return figure.get("upper").asDouble() - figure.get("lower").asDouble();
  }

  @Test
  void letsEstimatesOfFewRunsRestOnTheFleetAndSaysSo() {
    JsonNode before = json(ExitCode.DONE, "--json", "estimate", "apt").get("plugins").get(0);
    assertEquals(ExitCode.DONE, run("priors", "import", priors().toString()), err::toString);
    assertTrue(out.toString().contains("of 2 plugins"), out::toString);
    JsonNode after = json(ExitCode.DONE, "--json", "estimate", "apt").get("plugins").get(0);

    JsonNode figure = after.get("wall_clock_seconds");
    assertEquals("few_runs", after.get("basis").asString());
    assertTrue(figure.get("fleet_prior").asBoolean(), after::toString);
    assertFalse(before.get("wall_clock_seconds").has("fleet_prior"), before::toString);
    assertFalse(width(figure) == width(before.get("wall_clock_seconds")));
    assertEquals(ExitCode.DONE, run("estimate", "apt"));
    assertTrue(out.toString().contains("few runs, fleet prior *"), out::toString);
    assertEquals(ExitCode.DONE, run("explain", "apt"));
    assertTrue(out.toString().contains("on the other hosts of the fleet"), out::toString);
  }

  @Test
  void estimatesAPluginThatHasNeverRunHere() {
    run("priors", "import", priors().toString());

    assertEquals(ExitCode.DONE, run("estimate", "flatpak"), err::toString);
    assertTrue(out.toString().contains("fleet prior *"), out::toString);
    JsonNode flatpak = json(ExitCode.DONE, "--json", "estimate", "flatpak").get("plugins").get(0);
    assertEquals("prior", flatpak.get("basis").asString());
    assertTrue(flatpak.get("memory_peak_bytes").get("point").asDouble() > 1e6, flatpak::toString);
    assertEquals(ExitCode.DONE, run("explain", "flatpak"));
    assertTrue(out.toString().contains("the plugin's runs on the other hosts of the fleet"));
  }

  @Test
  void showsWhatIsAtHand() {
    assertEquals(ExitCode.DONE, run("priors", "show"));
    assertTrue(out.toString().contains("There are no priors"), out::toString);
    assertTrue(json(ExitCode.DONE, "--json", "priors", "show").get("plugins").isEmpty());
    run("priors", "import", priors().toString());

    assertEquals(ExitCode.DONE, run("priors", "show"));
    assertTrue(out.toString().contains("flatpak"), out::toString);
    assertTrue(out.toString().contains("all hosts"), out::toString);
    JsonNode shown = json(ExitCode.DONE, "--json", "priors", "show");
    JsonNode known = shown.get("plugins").get("apt").get("wall_clock_seconds");
    assertEquals(HOSTS, known.get("sources").asInt());
    assertTrue(shown.get("as_of").asString().startsWith("2026-01-2"), shown::toString);
    assertEquals(4, shown.get("plugins").get("flatpak").size());
  }

  @Test
  void forgetsThem() {
    run("priors", "import", priors().toString());

    assertTrue(json(ExitCode.DONE, "--json", "priors", "remove").get("removed").asBoolean());
    assertEquals(ExitCode.DONE, run("priors", "remove"));
    assertTrue(out.toString().contains("There are no priors."), out::toString);
    run("estimate", "apt");
    assertFalse(out.toString().contains("fleet"), out::toString);
  }

  @Test
  void refusesAFileThatWasChangedAndKeepsThoseBefore() throws Exception {
    assertEquals(
        2,
        json(ExitCode.DONE, "--json", "priors", "import", priors().toString())
            .get("plugins")
            .size());
    Path changed = home.resolve("changed.json");
    Files.writeString(
        changed, Files.readString(priors()).replaceFirst("\"sources\":\\d+", "\"sources\":99"));

    assertEquals(ExitCode.FILE_REFUSED, run("priors", "import", changed.toString()));
    assertTrue(err.toString().contains("its checksum is another"), err::toString);
    JsonNode shown = json(ExitCode.DONE, "--json", "priors", "show");
    assertEquals(2, shown.get("plugins").size());
  }

  @Test
  void saysHowToGetRidOfDamagedOnesAndEstimatesWithoutThem() throws Exception {
    Files.writeString(home.resolve(".local/share/update-all/priors.json"), "{");

    assertEquals(ExitCode.FILE_REFUSED, run("priors", "show"));
    assertTrue(err.toString().contains("update-all priors remove"), err::toString);
    assertEquals(ExitCode.DONE, run("estimate", "apt"), err::toString);
  }

  @Test
  void givesHelpWithoutACommand() {
    assertEquals(ExitCode.DONE, run("priors"));
    assertTrue(out.toString().contains("priors import"), out::toString);
  }
}
