package org.updateall.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.inject.AbstractModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.ForecastOptions.ScaleChoice;
import org.updateall.domain.forecast.IntervalMethod;
import org.updateall.domain.forecast.LastValueForecaster;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.SeriesForecaster;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command lines that forecast series of any kind, by a forecaster of which all is known. */
final class ForecastingCommandsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String HEADER = "series_id,timestamp,value\n";
  private static final double[] MOVING = {3, 5, 4, 8, 6, 7, 9, 5, 6, 10};

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Remembering forecaster = new Remembering();

  @Test
  void writesAForecastOfEachOfTheLastValues() throws IOException {
    Path input = file("a.csv", days("apt, wall", MOVING));
    Path output = home.resolve("p.csv");

    assertEquals(
        ExitCode.DONE, run("backtest", "--input", input.toString(), "--output", output.toString()));

    assertEquals(
        """
        series_id,timestamp,origin_index,point,lower,upper
        "apt, wall",2026-01-08T06:00:00Z,7,9.0,5.0,13.0
        "apt, wall",2026-01-09T06:00:00Z,8,5.0,1.0,9.0
        "apt, wall",2026-01-10T06:00:00Z,9,6.0,2.0,10.0
        """,
        Files.readString(output));
    assertTrue(err.toString().contains("Wrote 3 forecasts to " + output), err.toString());
  }

  @Test
  void drawsHowIntervalsHeld() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path picture = home.resolve("held.svg");
    Path output = home.resolve("p.csv");
    String[] words = {
      "backtest", "--input", input.toString(), "--picture", picture.toString(), "--output"
    };

    assertEquals(ExitCode.DONE, run(with(words, output.toString())));
    String drawn = Files.readString(picture);
    assertTrue(drawn.startsWith("<svg xmlns=") && drawn.endsWith("</svg>\n"), drawn);
    assertEquals(11, drawn.split("<circle", -1).length - 1);
    assertTrue(drawn.contains("90 %: "), drawn);
    assertTrue(
        Files.readString(output)
            .startsWith("series_id,timestamp,origin_index,point,lower,upper\n"));

    assertEquals(ExitCode.DONE, run(with(words, output.toString())), "its own may be replaced");
    Files.writeString(picture, "precious");
    assertEquals(ExitCode.FILE_REFUSED, run(with(words, output.toString())));
    assertEquals("precious", Files.readString(picture));
  }

  private static String[] with(String[] words, String last) {
    String[] longer = Arrays.copyOf(words, words.length + 1);
    longer[words.length] = last;
    return longer;
  }

  @Test
  void givesABandForAllStepsAtOnce() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));

    JsonNode step =
        json("forecast", "--json", "--input", input.toString(), "--horizon", "3")
            .at("/series/0/steps/2");
    assertTrue(step.get("band_upper").asDouble() >= step.get("upper").asDouble());
    assertTrue(step.get("band_lower").asDouble() <= step.get("lower").asDouble());
    assertEquals(
        ExitCode.DONE, run("forecast", "--joint", "--input", input.toString(), "--horizon", "3"));
  }

  @Test
  void tellsHowTheForecastsFared() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));

    JsonNode document = json("backtest", "--json", "--input", input.toString());

    assertEquals("pool", document.get("model").asString());
    assertEquals(0.9, document.get("level").asDouble());
    JsonNode all = document.get("all");
    assertEquals(1, all.get("scored_series").asInt());
    assertEquals(0, all.get("unscored_series").asInt());
    assertEquals(3, all.get("scored_forecasts").asInt());
    assertEquals(1, all.get("relative_mae").asDouble());
    assertEquals(1.5, all.get("mase").asDouble());
    assertEquals((4 / 5.0 + 1 / 6.0 + 4 / 10.0) / 3, all.get("mape").asDouble(), 1e-12);
    assertEquals(0, all.get("mape_below_30_percent").asDouble());
    assertEquals(1, all.get("coverage").asDouble());
    assertEquals(0.1, all.get("coverage_deviation").asDouble(), 1e-12);
    assertEquals(1, all.get("relative_interval_score").asDouble());
    assertTrue(all.get("seconds_per_series").asDouble() >= 0);
    assertFalse(document.has("series"));
  }

  @Test
  void showsTheScoresAsATable() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));

    assertEquals(ExitCode.DONE, run("backtest", "--input", input.toString(), "--level", "0.95"));

    List<String> lines = out.toString().lines().toList();
    assertEquals(2, lines.size(), out.toString());
    assertTrue(lines.get(0).contains("RELATIVE MAE   MASE    MAPE  MAPE BELOW 30 %"), lines.get(0));
    assertTrue(lines.get(0).contains("COVERAGE OF 95 %  RELATIVE SCORE"), lines.get(0));
    assertTrue(
        lines
            .get(1)
            .matches("all +1 +3 +1\\.000 +1\\.500 +45\\.6 % +0\\.0 % +100\\.0 % +1\\.000 .* s"),
        lines.get(1));
  }

  @Test
  void tellsTheScoresOfEachGroupAndOfEachSeriesWhenAskedTo() throws IOException {
    Path input =
        file(
            "a.csv",
            "metric,value,source,timestamp,series_id\n"
                + rows("s,%2$s,zeus,%1$s,b", MOVING)
                + rows("B,%2$s,atlas,%1$s,a", MOVING)
                + rows("s,%2$s,,%1$s,c", MOVING));

    JsonNode sources =
        json("backtest", "--json", "--verbose", "--input", input.toString(), "--by", "source");
    JsonNode metrics = json("backtest", "--json", "--input", input.toString(), "--by", "metric");
    run("backtest", "--verbose", "--input", input.toString(), "--by", "source");

    assertEquals(List.of("", "atlas", "zeus"), texts(sources.get("sources"), "source"));
    assertEquals(List.of("b", "a", "c"), texts(sources.get("series"), "series_id"));
    assertEquals(10, sources.get("series").get(0).get("values").asInt());
    assertEquals(List.of("B", "s"), texts(metrics.get("metrics"), "metric"));
    assertEquals(2, metrics.get("metrics").get(1).get("scored_series").asInt());
    List<String> lines = out.toString().lines().map(line -> line.split("  ", -1)[0]).toList();
    assertEquals(
        List.of("SERIES_ID", "b", "a", "c", "", "SOURCE", "–", "atlas", "zeus"),
        lines.subList(0, 9));
    assertEquals("all", lines.get(10));
  }

  @Test
  void leavesSeriesWithoutAScaleOutOfTheScoresAlone() throws IOException {
    Path input =
        file(
            "a.csv",
            HEADER
                + rows("still,%s,%s", 7, 7, 7, 7, 7, 7, 7, 7, 9, 1)
                + rows("moving,%s,%s", MOVING)
                + rows("short,%s,%s", 1, 2));
    Path output = home.resolve("p.csv");

    run("backtest", "--input", input.toString(), "--output", output.toString());

    assertEquals(7, Files.readAllLines(output).size());
    assertTrue(out.toString().contains("2 series left out of the scores"), out.toString());
    assertTrue(out.toString().lines().toList().get(1).matches("all +1 +3 .*"), out.toString());
    JsonNode all = json("backtest", "--json", "--input", input.toString()).get("all");
    assertEquals(2, all.get("unscored_series").asInt());
  }

  @Test
  void forecastsNoneOrAllOfTheValuesWhenAskedTo() throws IOException {
    Path input = file("a.csv", days("apt", 1, 2, 3));
    Path output = home.resolve("p.csv");
    String[] words = {
      "backtest", "--input", input.toString(), "--output", output.toString(), "--last-fraction"
    };

    assertEquals(ExitCode.DONE, run(with(words, "0")));
    assertEquals(1, Files.readAllLines(output).size());
    assertTrue(out.toString().contains("–"), out.toString());

    assertEquals(ExitCode.DONE, run(with(words, "1")));
    assertEquals(
        List.of(
            "apt,2026-01-01T06:00:00Z,0,0.0,0.0,0.0",
            "apt,2026-01-02T06:00:00Z,1,1.0,1.0,1.0",
            "apt,2026-01-03T06:00:00Z,2,2.0,1.0,3.0"),
        Files.readAllLines(output).subList(1, 4));

    assertEquals(ExitCode.DONE, run(with(words, "1", "--last-max", "1")));
    assertEquals(2, Files.readAllLines(output).size());
  }

  @Test
  void readsSeriesFromSeveralFilesInOneOrder() throws IOException {
    Path first = file("a.csv", HEADER + "x,2026-01-01,1\ny,2026-01-01,10\nx,2026-01-02,2\n");
    Path second =
        packed("b", "\uFEFFvalue,series_id,timestamp\r\n3,x,2026-01-03\r\n\r\n4,z,2026-01-03");

    assertEquals(
        ExitCode.DONE,
        run("backtest", "--input", first.toString(), second.toString(), "--threads", "2"));
    List<ObservedSeries> once = forecaster.takeSeries();
    assertEquals(
        ExitCode.DONE, run("backtest", "--input", first.toString(), "--input", second.toString()));

    assertEquals(once, forecaster.takeSeries());
    assertEquals(List.of("x", "y", "z"), once.stream().map(ObservedSeries::name).toList());
    assertEquals(
        List.of(1.0, 2.0, 3.0),
        once.get(0).observations().stream().map(Observation::value).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:30:15Z, 2026-03-01T12:30:15Z",
    "2026-03-01t12:30:15.25z, 2026-03-01T12:30:15.250Z",
    "2026-03-01T12:30:15+02:00, 2026-03-01T10:30:15Z",
    "2026-03-01 12:30:15 -0530, 2026-03-01T18:00:15Z",
    "2026-03-01 12:30:15+00:00, 2026-03-01T12:30:15Z",
    "2026-03-01 12:30:15+02, 2026-03-01T10:30:15Z",
    "2026-03-01T12:30, 2026-03-01T12:30:00Z",
    "2026-03-01 12:30:15, 2026-03-01T12:30:15Z",
    "2026-03-01, 2026-03-01T00:00:00Z"
  })
  void readsTimesAndWritesThemAsTheyStood(String text, String instant) throws IOException {
    Path input = file("a.csv", HEADER + "x," + text + ",1\n");
    Path output = home.resolve("p.csv");

    run(
        "backtest",
        "--input",
        input.toString(),
        "--output",
        output.toString(),
        "--last-fraction",
        "1");

    assertEquals(
        Instant.parse(instant), forecaster.takeSeries().get(0).observations().get(0).time());
    assertEquals("x," + text + ",0,0.0,0.0,0.0", Files.readAllLines(output).get(1));
  }

  @Test
  void keepsTheOrderOfValuesOfTheSameTime() throws IOException {
    Path input = file("a.csv", HEADER + "x,2026-01-01,3\nx,2026-01-01,1\nx,2026-01-01,2\n");

    run("backtest", "--input", input.toString());

    assertEquals(
        List.of(3.0, 1.0, 2.0),
        forecaster.takeSeries().get(0).observations().stream().map(Observation::value).toList());
  }

  @Test
  void usesTheCovariatesThatAreNamedAndNoOthers() throws IOException {
    Path input =
        file(
            "a.csv",
            """
            series_id,timestamp,value,packages,load,metric
            x,2026-01-01,1,12,0.5,7
            x,2026-01-02,2,,-1,8
            """);
    Path other = file("b.csv", HEADER + "y,2026-01-01,1\n");

    run("backtest", "--input", input.toString());
    assertEquals(Covariates.NONE, forecaster.takeSeries().get(0).observations().get(0).known());

    run(
        "backtest",
        "--input",
        input.toString(),
        other.toString(),
        "--covariates",
        "load, packages");
    List<ObservedSeries> series = forecaster.takeSeries();
    assertEquals(
        Covariates.of(Map.of("packages", 12.0, "load", 0.5)),
        series.get(0).observations().get(0).known());
    assertEquals(Covariates.of("load", -1), series.get(0).observations().get(1).known());
    assertEquals(Covariates.NONE, series.get(1).observations().get(0).known());
    assertEquals(List.of("load", "packages"), forecaster.options.covariates());
  }

  @Test
  void forecastsAsTheOptionsSay() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));

    run("backtest", "--input", input.toString());
    assertEquals(ForecastOptions.defaults(), forecaster.options);

    run(
        "backtest",
        "--input",
        input.toString(),
        "--model",
        "last-value",
        "--scale",
        "sqrt",
        "--refit",
        "always",
        "--season",
        "7",
        "--zone",
        "Europe/Warsaw",
        "--level",
        "0.5");
    assertEquals(
        new ForecastOptions(
            "last-value",
            ScaleChoice.SQUARE_ROOT,
            Refit.EVERY_ORIGIN,
            List.of(),
            7,
            ZoneId.of("Europe/Warsaw")),
        forecaster.options);
    assertEquals(0.5, forecaster.level);

    for (IntervalMethod method : IntervalMethod.values()) {
      run("backtest", "--input", input.toString(), "--intervals", method.wireName());
      assertEquals(ForecastOptions.defaults().with(method), forecaster.options);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--model nosuch | there is no model nosuch; there are pool, auto-by-size, last-value",
        "--level 0 | --level: a level lies above 0",
        "--level 0.995 | --level: a level lies above 0 and at or below 0.99",
        "--level x | 'x' is not",
        "--last-fraction 1.5 | --last-fraction: a fraction lies between 0 and 1",
        "--last-max -1 | --last-max must not be below 0",
        "--threads 0 | --threads must be above 0",
        "--season 0 | --season: a season has at least 1 value",
        "--zone Nowhere | --zone: there is no zone Nowhere",
        "--covariates value | --covariates: 'value' can be no covariate",
        "--covariates source | --covariates: 'source' can be no covariate",
        "--scale cubic | expected one of",
        "--by day | expected one of",
        "--intervals bootstrap | expected one of",
        "--host atlas | go not with --input",
        "--plugin apt | go not with --input"
      })
  void refusesWordsThatMakeNoSense(String words, String complaint) throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    String[] backtest = {"backtest", "--input", input.toString()};

    assertEquals(ExitCode.WRONG_USAGE, run(with(backtest, words.split(" "))));

    assertTrue(err.toString().contains(complaint), err.toString());
    assertEquals("", out.toString());
    assertEquals(List.of(), forecaster.takeSeries());
  }

  @Test
  void knowsWhichCovariatesTheHistoryHas() {
    assertEquals(ExitCode.WRONG_USAGE, run("backtest", "--covariates", "packages,weather"));
    assertTrue(
        err.toString()
            .contains("--covariates: the history has no weather, only packages and download_bytes"),
        err.toString());
  }

  @Test
  void usesWhatWasAnnouncedOfPastRunsUnlessLessIsAskedFor() {
    recordAnnouncedRuns(10);

    assertEquals(ExitCode.DONE, run("backtest"));
    assertEquals(List.of("download_bytes", "packages"), forecaster.options.covariates());
    assertEquals(
        Covariates.of(Map.of("packages", 3.0, "download_bytes", 3000.0)),
        forecaster.takeSeries().get(0).observations().get(3).known());

    assertEquals(ExitCode.DONE, run("backtest", "--covariates", "packages"));
    assertEquals(List.of("packages"), forecaster.options.covariates());
  }

  static Stream<List<String>> damagedTables() {
    return Stream.of(
        List.of("", ": it holds nothing. Give a table"),
        List.of("\n\n", ": it holds nothing. Give a table"),
        List.of(
            "series_id,value\nx,1\n", ", line 1: there is no column timestamp. The columns are"),
        List.of("a;b\n", ", line 1: there is no column series_id."),
        List.of("value,series_id,timestamp,value\n", "line 1: the column value is there twice."),
        List.of(HEADER + "x,2026-01-01\n", "line 2: it has 2 values, and the table 3 columns."),
        List.of(HEADER + "x,2026-01-01,1,2\n", "line 2: it has 4 values, and the table 3 columns."),
        List.of(HEADER + "x,2026-01-01,1\n\n,2026-01-02,1\n", "line 4: the series has no name."),
        List.of(HEADER + "x,2026-01-01,\n", "line 2: there is no value. Correct it"),
        List.of(HEADER + "x,2026-01-01,many\n", "line 2: 'many' is no number. Correct it"),
        List.of(HEADER + "x,2026-01-01,NaN\n", "line 2: 'NaN' is no number."),
        List.of(HEADER + "x,2026-01-01,1e999\n", "line 2: '1e999' is no number."),
        List.of(HEADER + "x,2026-01-01,-1\n", "line 2: -1 is below 0."),
        List.of(HEADER + "x,,1\n", "line 2: there is no timestamp."),
        List.of(HEADER + "x,2026-02-30,1\n", "line 2: '2026-02-30' is no time."),
        List.of(HEADER + "x,yesterday,1\n", "line 2: 'yesterday' is no time."),
        List.of(
            HEADER + "x,2026-01-02,1\ny,2026-01-01,1\nx,2026-01-01T23:59:59Z,1\n",
            "line 4: the series x goes back in time, from 2026-01-02 to 2026-01-01T23:59:59Z. Sort"),
        List.of(HEADER + "\"x,2026-01-01,1\n", "Missing closing quote"),
        List.of(HEADER + "x,\"2026\"-01-01,1\n", "line 2: Unexpected character"));
  }

  @ParameterizedTest
  @MethodSource("damagedTables")
  void refusesADamagedTableWithThePlaceAndTheRemedy(List<String> tableAndComplaint)
      throws IOException {
    Path input = file("a.csv", tableAndComplaint.get(0));
    Path output = home.resolve("p.csv");

    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", input.toString(), "--output", output.toString()));

    assertTrue(err.toString().startsWith("update-all: " + input), err.toString());
    assertTrue(err.toString().contains(tableAndComplaint.get(1)), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(Files.exists(output));
  }

  @Test
  void tellsOfSeveralDefectsAtOnceButNotOfThousands() throws IOException {
    Path input = file("a.csv", HEADER + "x,2026-01-01,?\n".repeat(1_234));

    assertEquals(ExitCode.FILE_REFUSED, run("backtest", "--input", input.toString()));

    assertEquals(11, err.toString().lines().count());
    assertTrue(err.toString().contains("line 11: '?' is no number"), err.toString());
    assertTrue(err.toString().contains("and 1,224 more like that"), err.toString());
  }

  @Test
  void refusesFilesThatCannotBeRead() throws IOException {
    Path latin =
        Files.writeString(home.resolve("latin.csv"), HEADER + "\u00fc,2026-01-01,1\n", ISO_8859_1);
    Path cut = packed("cut", days("apt", MOVING));
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Path spoiled =
        Files.write(
            home.resolve("spoiled.csv.gz"),
            new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    assertRefused(latin, "it is not UTF-8");
    assertRefused(cut, "it is packed by gzip, and damaged");
    assertRefused(spoiled, "it is packed by gzip, and damaged");
    assertRefused(home, "it is a directory");
    assertRefused(home.resolve("missing.csv"), "no such file or folder");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(input), "the superuser may read everything");

    assertRefused(input, "permission denied");
  }

  @Test
  void refusesACovariateThatNoFileHas() throws IOException {
    Path input = file("a.csv", "series_id,timestamp,value,packages\nx,2026-01-01,1,2\n");

    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", input.toString(), "--covariates", "packages,load"));
    assertTrue(err.toString().contains("there is no column load"), err.toString());

    err.getBuffer().setLength(0);
    assertEquals(
        ExitCode.FILE_REFUSED, run("backtest", "--input", input.toString(), "--by", "source"));
    assertTrue(err.toString().contains("there is no column source"), err.toString());
  }

  @Test
  void refusesACovariateThatIsNoNumber() throws IOException {
    Path input = file("a.csv", "series_id,timestamp,value,packages\nx,2026-01-01,1,few\n");

    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", input.toString(), "--covariates", "packages"));

    assertTrue(err.toString().contains("line 2: packages: 'few' is no number"), err.toString());
  }

  @Test
  void hasNothingToForecastInATableWithoutRows() throws IOException {
    Path input = file("a.csv", HEADER);
    Path output = home.resolve("p.csv");

    assertEquals(
        ExitCode.DONE, run("backtest", "--input", input.toString(), "--output", output.toString()));

    assertTrue(out.toString().contains("There is no series to forecast."), out.toString());
    assertEquals(1, Files.readAllLines(output).size());
  }

  @Test
  void writesOnlyWhereItMayAndOverNothingThatItDidNotMake() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path precious = file("precious.csv", "my work\n");

    assertOutputRefused(input, precious, "is there already, and no table of forecasts");
    assertOutputRefused(input, input, "is there already");
    assertOutputRefused(input, home, "is a directory");
    assertOutputRefused(input, home.resolve("no/p.csv"), "lies in no directory");
    assertOutputRefused(input, Path.of("/dev/null"), "is there already");
    assertEquals("my work\n", Files.readString(precious));
    assertEquals(List.of(), forecaster.takeSeries());
  }

  @Test
  void refusesADirectoryThatMayNotBeWrittenTo() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path locked = Files.createDirectory(home.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "the superuser may write everywhere");

    assertOutputRefused(input, locked.resolve("p.csv"), "lies where nothing may be written");
  }

  @Test
  void saysWhenWritingFailsAtLast() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path folder = Files.createDirectory(home.resolve("folder"));
    forecaster.meanwhile = () -> assertTrue(folder.toFile().delete());

    assertOutputRefused(input, folder.resolve("p.csv"), "cannot be written (");

    assertTrue(err.toString().contains("no such file or folder"), err.toString());
    assertTrue(out.toString().contains("all"), "the scores are told all the same");
  }

  @Test
  void leavesATextThatIsNoUtf8Alone() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path strange = Files.write(home.resolve("strange"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertOutputRefused(input, strange, "is there already, and no table of forecasts");
  }

  @Test
  void replacesATableOfItsOwnAlsoBehindALink() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path output = Files.createFile(home.resolve("p.csv"));
    Path link = Files.createSymbolicLink(home.resolve("link.csv"), output);

    for (Path place : List.of(output, link, output)) {
      assertEquals(
          ExitCode.DONE,
          run("backtest", "--input", input.toString(), "--output", place.toString()));
      assertEquals(4, Files.readAllLines(output).size());
    }

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(output)));
    try (Stream<Path> files = Files.list(home)) {
      assertTrue(files.noneMatch(each -> each.toString().endsWith(".tmp")));
    }
  }

  @Test
  void doesNotTouchTheHistoryForAFile() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path database = file("not-a-database.duckdb", "nonsense");

    assertEquals(
        ExitCode.DONE,
        run("--db", database.toString(), "--quiet", "backtest", "--input", input.toString()));

    assertEquals("", err.toString());
    assertEquals("nonsense", Files.readString(database));
  }

  @Test
  void backtestsTheHistoryWithoutAFile() throws IOException {
    Path legacy = home.resolve("history.json");
    LegacyFile.write(legacy, new SyntheticHistory(1).runs());
    run("import", "--host", "atlas", legacy.toString());

    JsonNode apt =
        json(
            "backtest",
            "--json",
            "--verbose",
            "--by",
            "source",
            "--host",
            "atlas",
            "--plugin",
            "apt");

    assertEquals(List.of("apt"), texts(apt.get("sources"), "source"));
    assertEquals(List.of("apt/wall_clock_seconds"), texts(apt.get("series"), "series_id"));
    assertEquals(30, apt.get("all").get("scored_forecasts").asInt());
    assertEquals(ZoneOffset.UTC, forecaster.options.zone());
    assertEquals(List.of(), forecaster.options.covariates());

    Path output = home.resolve("p.csv");
    assertEquals(
        ExitCode.NOT_AS_HOPED,
        run("backtest", "--plugin", "nosuch", "--plugin", "apt", "--output", output.toString()));
    assertEquals(31, Files.readAllLines(output).size());
    assertTrue(err.toString().contains("no run of the plugin nosuch is known"), err.toString());
    assertEquals(ExitCode.NOT_AS_HOPED, run("backtest", "--host", "nowhere"));
  }

  @Test
  void saysThatThereIsNoHistoryYet() {
    assertEquals(ExitCode.DONE, run("backtest"));

    assertTrue(out.toString().contains(HostFilter.NO_HISTORY), out.toString());
    assertEquals(0, json("backtest", "--json").get("all").get("scored_series").asInt());
  }

  @Test
  void forecastsWhatComesNextAsATable() throws IOException {
    Path input = file("a.csv", days("apt", MOVING) + rows("big,%s,%s", 2_199_832_347.0));

    assertEquals(ExitCode.DONE, run("forecast", "--input", input.toString(), "--horizon", "2"));

    assertEquals(
        """
        SERIES_ID  STEP    EXPECTED        FROM          TO
        apt           1          10           6          14
        apt           2          10           6          14
        big           1  2199830000  2199830000  2199830000
        big           2  2199830000  2199830000  2199830000
        """,
        out.toString());
  }

  @Test
  void forecastsWhatComesNextIntoAFileOrAsJson() throws IOException {
    Path input = file("a.csv", days("apt", MOVING));
    Path output = home.resolve("p.csv");
    String[] words = {"forecast", "--input", input.toString(), "--horizon", "2", "--level", "0.8"};

    assertEquals(ExitCode.DONE, run(with(words, "--output", output.toString())));
    JsonNode document = json(with(words, "--json"));

    assertEquals(
        "series_id,step,point,lower,upper\napt,1,10.0,6.0,14.0\napt,2,10.0,6.0,14.0\n",
        Files.readString(output));
    assertEquals(0.8, document.get("level").asDouble());
    assertEquals(2, document.get("horizon").asInt());
    JsonNode series = document.get("series").get(0);
    assertEquals("apt", series.get("series_id").asString());
    assertEquals(10, series.get("values").asInt());
    assertEquals(14, series.get("steps").get(1).get("upper").asDouble());
  }

  @Test
  void countsValuesWithoutTimesAsADayApart() throws IOException {
    Path input = file("a.csv", "value,series_id\n1,x\n2,x\n3,y\n");

    assertEquals(
        ExitCode.DONE,
        run("forecast", "--input", input.toString(), "--horizon", "1", "--season", "2"));

    List<ObservedSeries> series = forecaster.takeSeries();
    assertEquals(
        List.of(Instant.EPOCH, Instant.parse("1970-01-02T00:00:00Z")),
        series.get(0).observations().stream().map(Observation::time).toList());
    assertEquals(1, series.get(1).size());
    assertEquals(2, forecaster.options.season());
    assertEquals(ZoneOffset.UTC, forecaster.options.zone());
  }

  @Test
  void knowsTheCovariatesOfTheStepsToCome() throws IOException {
    Path input = file("a.csv", "series_id,value,packages\nx,1,10\ny,2,20\n");
    Path next = file("next.csv", "packages,series_id\n5,x\n,x\n7,x\n8,x\n");

    assertEquals(
        ExitCode.DONE,
        run(
            "forecast",
            "--input",
            input.toString(),
            "--horizon",
            "3",
            "--covariates",
            "packages",
            "--future",
            next.toString(),
            "--threads",
            "1"));

    assertEquals(
        List.of(
            List.of(Covariates.of("packages", 5), Covariates.NONE, Covariates.of("packages", 7)),
            Collections.nCopies(3, Covariates.NONE)),
        forecaster.next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "series_id;x | there is no column packages",
        "packages;1 | there is no column series_id",
        "series_id,packages;z,1 | there is no series 'z' to forecast",
        "series_id,packages;x,few | line 2: packages: 'few' is no number"
      })
  void refusesAFutureThatDoesNotFit(String table, String complaint) throws IOException {
    Path input = file("a.csv", "series_id,value,packages\nx,1,10\n");
    Path next = file("next.csv", table.replace(';', '\n') + "\n");

    assertEquals(
        ExitCode.FILE_REFUSED,
        run(
            "forecast",
            "--input",
            input.toString(),
            "--horizon",
            "1",
            "--covariates",
            "packages",
            "--future",
            next.toString()));

    assertTrue(err.toString().contains(complaint), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forecast --horizon 1",
        "forecast --input a.csv",
        "forecast --input a.csv --horizon 0",
        "forecast --input a.csv --horizon 100001",
        "forecast --input a.csv --horizon 1 --future b.csv",
        "forecast --input a.csv --horizon 1 --model nosuch",
        "forecast --input a.csv --horizon 1 --level 1"
      })
  void refusesForecastsThatMakeNoSense(String words) {
    assertEquals(ExitCode.WRONG_USAGE, run(words.split(" ")));
    assertFalse(err.toString().isBlank());
    assertEquals("", out.toString());
  }

  @Test
  void hasNothingToForecastWithoutSeries() throws IOException {
    Path input = file("a.csv", "series_id,value\n");

    assertEquals(ExitCode.DONE, run("forecast", "--input", input.toString(), "--horizon", "1"));

    assertTrue(out.toString().contains("There is no series to forecast."), out.toString());
  }

  @Test
  void refusesAPlaceForForecastsThatCannotBeWrittenTo() {
    assertEquals(
        ExitCode.FILE_REFUSED,
        run("forecast", "--input", "a.csv", "--horizon", "1", "--output", home.toString()));
  }

  @Test
  void explainsItselfWithExamples() {
    assertEquals(ExitCode.DONE, run("help", "backtest"));
    assertTrue(out.toString().contains("update-all backtest --input a.csv b.csv.gz"));

    assertEquals(ExitCode.DONE, run("forecast", "--help"));
    assertTrue(out.toString().contains("update-all forecast --input series.csv --horizon 6"));
  }

  /** Runs of apt, of which ever more was announced. */
  private void recordAnnouncedRuns(int count) {
    Settings settings = Settings.of(home.resolve(".local/share/update-all/history.duckdb"));
    try (UpdateAll updateAll = UpdateAll.open(settings)) {
      updateAll.recordAll(
          IntStream.range(0, count)
              .mapToObj(ForecastingCommandsTest::announcedRun)
              .toList()
              .iterator());
    }
  }

  private static Run announcedRun(int number) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plus(Duration.ofDays(number)))
        .unended()
        .executing(
            Runs.execution("apt", 50 + 2 * number)
                .announcing(
                    Runs.announcement(0, StepPhase.EXECUTE)
                        .packages(number)
                        .downloadBytes(1000L * number)
                        .build()))
        .build();
  }

  private void assertRefused(Path input, String complaint) {
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.FILE_REFUSED, run("backtest", "--input", input.toString()));
    assertTrue(err.toString().contains(complaint), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  private void assertOutputRefused(Path input, Path output, String complaint) {
    err.getBuffer().setLength(0);
    assertEquals(
        ExitCode.FILE_REFUSED,
        run("backtest", "--input", input.toString(), "--output", output.toString()));
    assertTrue(err.toString().contains(output + " " + complaint), err.toString());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(home.resolve(name), content);
  }

  private Path packed(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(content.getBytes(UTF_8));
    }
    return Files.write(home.resolve(name), bytes.toByteArray());
  }

  private static String days(String series, double... values) {
    return HEADER + rows("\"" + series + "\",%s,%s", values);
  }

  /** A row a day, made of its time and its value. */
  private static String rows(String format, double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> format.formatted("2026-01-%02dT06:00:00Z".formatted(i + 1), values[i]))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> texts(JsonNode documents, String key) {
    List<String> texts = new ArrayList<>();
    documents.forEach(each -> texts.add(each.get(key).asString()));
    return texts;
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
    AbstractModule replacement =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(SeriesForecaster.class).toInstance(forecaster);
          }
        };
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    return new Program(surroundings, settings -> UpdateAll.open(settings, replacement)).run(words);
  }

  /** Forecasts by the last value, and remembers what it was asked. */
  private static final class Remembering implements SeriesForecaster {

    private final SeriesForecaster forecaster = new LastValueForecaster();
    private final List<ObservedSeries> series = new ArrayList<>();
    private final List<List<Covariates>> next = new ArrayList<>();
    private ForecastOptions options = ForecastOptions.defaults();
    private double level;
    private Runnable meanwhile = () -> {};

    @Override
    public List<String> models() {
      return forecaster.models();
    }

    @Override
    public List<OneStepForecast> backtest(
        ObservedSeries one, ForecastOptions how, Origins origins, List<Double> asked) {
      remember(one, how, asked.get(0));
      meanwhile.run();
      return forecaster.backtest(one, how, origins, asked);
    }

    @Override
    public List<StepForecast> forecast(
        ObservedSeries one, ForecastOptions how, List<Covariates> known, double asked) {
      remember(one, how, asked);
      synchronized (this) {
        next.add(known);
      }
      return forecaster.forecast(one, how, known, asked);
    }

    private synchronized void remember(ObservedSeries one, ForecastOptions how, double asked) {
      series.add(one);
      options = how;
      level = asked;
    }

    /** The series since last time, by name. */
    private synchronized List<ObservedSeries> takeSeries() {
      List<ObservedSeries> taken =
          series.stream().sorted(Comparator.comparing(ObservedSeries::name)).toList();
      series.clear();
      return taken;
    }
  }
}
