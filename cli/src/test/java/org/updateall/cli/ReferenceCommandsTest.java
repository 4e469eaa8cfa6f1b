package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.bootstrap.UpdateAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command lines that learn what errors are like, and that use it, on the models as they are.
 */
final class ReferenceCommandsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String HEADER = "series_id,timestamp,value,source\n";

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesTheSameTableForTheSameInput() throws IOException {
    String input = input("a", "b", "c").toString();
    Path once = home.resolve("once.json");
    Path again = home.resolve("again.json");

    assertEquals(
        ExitCode.DONE,
        run("reference", "--input", input, "--output", once.toString(), "--threads", "1"));
    assertEquals(
        "Learned from 3 series of 3 sources, and wrote the table to %s.\n".formatted(once),
        out.toString().replace(System.lineSeparator(), "\n"));
    JsonNode told = json("reference", "--json", "--input", input, "--output", again.toString());

    assertEquals(3, told.get("series").asInt());
    assertEquals(3, told.get("sources").asInt());
    assertEquals(again.toString(), told.get("output").asString());
    assertEquals(Files.readString(once), Files.readString(again));
    assertEquals(1, MAPPER.readTree(Files.readString(once)).get("format").asInt());
  }

  @Test
  void backtestsByATableThatWasLearnedAndByOthers() throws IOException {
    String all = input("a", "b", "c").toString();
    String others = input("b", "c").toString();
    Path table = home.resolve("others.json");
    run("reference", "--input", others, "--output", table.toString());

    String shipped = forecasts("a", "--input", all);
    String byOthers = forecasts("a", "--input", all, "--reference", "others");
    String byTable = forecasts("a", "--input", all, "--reference", table.toString());

    assertEquals(byTable, byOthers);
    assertNotEquals(shipped, byOthers);
  }

  @Test
  void tellsTheScoresByLengthAndOfSeveralLevels() throws IOException {
    String input = input("a", "b").toString();
    String[] words = {
      "backtest",
      "--input",
      input,
      "--all-origins",
      "--by-length",
      "--level",
      "0.8",
      "--level",
      "0.5"
    };

    JsonNode document = json(with(words, "--json"));
    assertEquals(ExitCode.DONE, run(words));

    assertTrue(document.get("all_origins").asBoolean());
    assertFalse(document.has("last_max"));
    assertEquals(List.of("3-5", "6-9", "10-19"), texts(document.get("lengths"), "values_before"));
    JsonNode few = document.get("lengths").get(0);
    assertEquals(6, few.get("forecasts").asInt());
    assertEquals(2, few.get("sources").size());
    assertEquals(3, few.get("sources").get(1).get("forecasts").asInt());
    assertEquals(
        (few.get("sources").get(0).get("coverage").asDouble()
                + few.get("sources").get(1).get("coverage").asDouble())
            / 2,
        few.get("mean_coverage_of_sources").asDouble(),
        1e-12);
    assertEquals(List.of("0.8", "0.5"), texts(document.get("levels"), "level"));
    assertEquals(
        document.get("all").get("coverage"), document.get("levels").get(0).get("coverage"));
    assertTrue(
        document.get("levels").get(0).get("coverage").asDouble()
            >= document.get("levels").get(1).get("coverage").asDouble());
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(3).matches(" *LEVEL +FORECASTS +COVERAGE +DEVIATION.*"), lines.get(3));
    assertTrue(
        lines.get(7).matches("VALUES BEFORE .*COVERAGE OF 80 % .*LEAST OF SOURCES.*"),
        lines.get(7));
    assertTrue(lines.get(8).matches("3-5 +6 .*%.*\\([ab], 3\\).*"), lines.get(8));
  }

  @Test
  void writesTheBoundsOfEveryLevel() throws IOException {
    Path output = home.resolve("p.csv");
    String input = input("a").toString();

    for (int time = 0; time < 2; time++) {
      assertEquals(
          ExitCode.DONE,
          run(
              "backtest",
              "--input",
              input,
              "--level",
              "0.9",
              "--level",
              "0.5",
              "--output",
              output.toString()),
          "also over the table that is there already");
    }

    List<String> lines = Files.readAllLines(output);
    assertEquals(
        "series_id,timestamp,origin_index,point,lower,upper,lower_0.5,upper_0.5", lines.get(0));
    String[] cells = lines.get(1).split(",", -1);
    assertTrue(Double.parseDouble(cells[4]) <= Double.parseDouble(cells[6]), lines.get(1));
    assertTrue(Double.parseDouble(cells[7]) <= Double.parseDouble(cells[5]), lines.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--all-origins --last-max 3 | --all-origins goes not with --last-fraction and --last-max",
        "--all-origins --last-fraction 0.3 | --all-origins goes not with",
        "--level 0.9 --level 1 | --level: a level lies above 0",
      })
  void refusesWordsThatContradictEachOther(String words, String complaint) throws IOException {
    String[] backtest = {"backtest", "--input", input("a", "b").toString()};

    assertEquals(ExitCode.WRONG_USAGE, run(with(backtest, words.split(" "))));
    assertTrue(err.toString().contains(complaint), err.toString());
  }

  @Test
  void refusesToAskOthersWhereThereAreNone() throws IOException {
    assertEquals(ExitCode.WRONG_USAGE, run("backtest", "--reference", "others"));
    assertComplaint("--reference others: the sources are those of --input");
    assertEquals(
        ExitCode.NOT_AS_HOPED,
        run("backtest", "--input", input("a").toString(), "--reference", "others"));
    assertComplaint("--reference others: no source but 'a' has a series of two values");
    Path without = Files.writeString(home.resolve("w.csv"), "series_id,timestamp,value\n");
    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", without.toString(), "--reference", "others"));
    assertComplaint("there is no column source");
  }

  @Test
  void refusesATableThatIsNone() throws IOException {
    String input = input("a").toString();
    Path nonsense = Files.writeString(home.resolve("n.json"), "{\"format\":1}");

    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", input, "--reference", nonsense.toString()));
    assertComplaint(nonsense + ": this is no table of reference errors");
    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", input, "--reference", home.resolve("nowhere").toString()));
    assertComplaint("nowhere: it cannot be read");
  }

  @Test
  void refusesToLearnFromNothingOrOverWhatItDidNotMake() throws IOException {
    Path own = Files.writeString(home.resolve("own.txt"), "mine\n");
    String input = input("a").toString();

    assertEquals(
        ExitCode.FILE_REFUSED, run("reference", "--input", input, "--output", own.toString()));
    assertComplaint("is there already, and no table of errors");
    assertEquals("mine\n", Files.readString(own));
    Path empty = Files.writeString(home.resolve("e.csv"), HEADER);
    Path table = home.resolve("t.json");
    assertEquals(
        ExitCode.NOT_AS_HOPED,
        run("reference", "--input", empty.toString(), "--output", table.toString()));
    assertComplaint("There is nothing to learn from: no series has two values.");
    assertFalse(Files.exists(table));
    assertEquals(ExitCode.WRONG_USAGE, run("reference", "--output", table.toString()));
  }

  @Test
  void explainsItselfButIsNotAmongTheUsualCommands() {
    run("reference", "--help");
    assertTrue(out.toString().contains("update-all reference --input"), out.toString());
    out.getBuffer().setLength(0);
    run("--help");
    assertFalse(out.toString().contains("reference"), out.toString());
  }

  private void assertComplaint(String complaint) {
    assertTrue(err.toString().contains(complaint), err.toString());
    err.getBuffer().setLength(0);
  }

  /** The forecasts of the series of a source, as they are written. */
  private String forecasts(String source, String... words) throws IOException {
    Path output = home.resolve("forecasts.csv");
    assertEquals(
        ExitCode.DONE, run(with(new String[] {"backtest", "--output", output.toString()}, words)));
    return Files.readAllLines(output).stream()
        .filter(line -> line.startsWith(source + "/"))
        .collect(Collectors.joining("\n"));
  }

  /** A table with a series of thirteen values from each source. */
  private Path input(String... sources) throws IOException {
    StringBuilder table = new StringBuilder(HEADER);
    for (String source : sources) {
      SplittableRandom random = new SplittableRandom(source.hashCode());
      for (int day = 1; day <= 13; day++) {
        table.append(
            "%s/wall,2026-01-%02dT06:00:00Z,%s,%s%n"
                .formatted(source, day, 20 + random.nextInt(30), source));
      }
    }
    return Files.writeString(home.resolve(String.join("-", sources) + ".csv"), table);
  }

  private static List<String> texts(JsonNode documents, String key) {
    return documents.valueStream().map(each -> each.get(key).asString()).toList();
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private JsonNode json(String... words) {
    out.getBuffer().setLength(0);
    run(words);
    JsonNode document = MAPPER.readTree(out.toString());
    out.getBuffer().setLength(0);
    return document;
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    return new Program(surroundings, settings -> UpdateAll.open(settings)).run(words);
  }
}
