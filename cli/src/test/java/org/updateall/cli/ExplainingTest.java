package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command lines that say why, and those that name models and what there is to do. */
final class ExplainingTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int RUNS = 40;

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Module> replacements = new ArrayList<>();

  @Test
  void tellsWhichModelsCarryTheEstimateAndWhatThePackagesHaveToDoWithIt() {
    record(announced());

    assertEquals(ExitCode.DONE, run("explain"));

    String text = out.toString();
    assertTrue(text.matches("(?s)apt, time: .* in 90 % of all cases from .*"), text);
    assertTrue(text.contains("learned from 40 runs"), text);
    assertTrue(text.matches("(?s).*\nMODEL +WEIGHT +BY ITSELF\n.*"), text);
    assertTrue(text.matches("(?s).*\nTo update: how much is not known\\. With \\d+ packages?, .*"));
    assertFalse(text.contains("\\u"), "a line break that was made visible");
    assertFalse(text.contains(" 0.0 %"), text);
  }

  @Test
  void tellsWhatTwiceAsManyPackagesWouldTake() {
    record(announced());

    run("explain", "apt", "--packages", "10");

    assertTrue(
        out.toString()
            .matches("(?s).*\nTo update: 10 packages\\. With twice as many it would be .*"),
        out.toString());
  }

  @Test
  void explainsForMachines() {
    record(announced());

    JsonNode document = json("explain", "--json", "--level", "0.5");

    assertEquals(0.5, document.get("level").asDouble());
    assertEquals(0, document.get("unknown").size());
    assertEquals(0, document.get("warnings").size());
    JsonNode estimate = document.get("estimates").get(0);
    assertEquals("apt", estimate.get("plugin").asString());
    assertEquals("wall_clock_seconds", estimate.get("target").asString());
    assertEquals("model", estimate.get("basis").asString());
    assertEquals("pool", estimate.get("model").asString());
    assertEquals(RUNS, estimate.get("runs").asInt());
    assertTrue(estimate.get("lower").asDouble() <= estimate.get("point").asDouble());
    assertTrue(estimate.get("point").asDouble() <= estimate.get("upper").asDouble());
    double sum = 0;
    double least = 1;
    for (JsonNode member : estimate.get("members")) {
      double weight = member.get("weight").asDouble();
      assertTrue(weight <= least, "not the greatest weight first");
      assertTrue(member.get("point").isNumber() && member.get("model").isString());
      least = weight;
      sum += weight;
    }
    assertEquals(1, sum, 0.01);
    JsonNode packages = estimate.get("covariates").get(0);
    assertEquals("packages", packages.get("name").asString());
    assertFalse(packages.get("known").asBoolean());
    assertTrue(packages.get("point_at_twice").asDouble() >= packages.get("point").asDouble());
  }

  @Test
  void estimatesAndExplainsTheSameOfWhatIsKnown() {
    record(announced());

    double few = seconds(json("estimate", "--json", "--packages", "apt=2"));
    double many = seconds(json("estimate", "apt", "--json", "--packages", "18"));
    JsonNode why = json("explain", "apt", "--json", "--packages", "18").get("estimates").get(0);

    assertTrue(many > 2 * few, few + " s for 2 packages, " + many + " s for 18");
    assertEquals(many, why.get("point").asDouble());
    assertEquals(18, why.get("covariates").get(0).get("value").asInt());
    assertTrue(why.get("covariates").get(0).get("known").asBoolean());
  }

  @Test
  void saysThatWhatNoPastRunAnnouncedMakesNoDifference() {
    record(List.of(run(1, Runs.execution("apt", 10)), run(2, Runs.execution("apt", 12))));

    JsonNode plain = json("estimate", "apt", "--json");
    JsonNode told = json("estimate", "apt", "--json", "--packages", "14");

    assertEquals(plain, told);
    assertTrue(
        err.toString().contains("--packages makes no difference: of no past run of apt was that"),
        err.toString());
  }

  @Test
  void takesTheAnnouncedDownloadForOneThatNoRunMeasured() {
    record(announced());

    JsonNode told = json("estimate", "apt", "--json", "--download-bytes", "1000000");

    JsonNode download = told.get("plugins").get(0).get("download_size_bytes");
    assertEquals("announced", download.get("basis").asString());
    assertEquals(1_000_000, download.get("point").asDouble());
    assertEquals(666_667, download.get("lower").asDouble());
    assertEquals("model", told.get("plugins").get(0).get("basis").asString());
    assertFalse(err.toString().contains("makes no difference"), err.toString());
  }

  @Test
  void complainsOfWorkForAPluginThatIsNotKnown() {
    record(announced());

    assertEquals(ExitCode.NOT_AS_HOPED, run("estimate", "--packages", "atp=3"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("explain", "--packages", "atp=3"));

    assertTrue(err.toString().contains("no run of the plugin atp is known"), err.toString());
    assertFalse(err.toString().contains("makes no difference"), err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--packages 3 | --packages: say which plugin is meant, as in --packages apt=14",
        "apt snap --packages 3 | --packages: say which plugin is meant",
        "apt --packages many | --packages: not a whole number of 0 or more: many",
        "apt --packages -1 | --packages: not a whole number of 0 or more: -1",
        "apt --packages snap=1 | --packages: snap is none of the plugins to be estimated",
        "--packages =1 | --packages: ",
        "--download-bytes apt=1.5 | --download-bytes: not a whole number of 0 or more: 1.5"
      })
  void refusesWorkThatMakesNoSense(String words, String complaint) {
    for (String command : List.of("estimate", "explain")) {
      err.getBuffer().setLength(0);
      assertEquals(ExitCode.WRONG_USAGE, run((command + " " + words).split(" ")));
      assertTrue(err.toString().contains(complaint), err.toString());
    }
    assertEquals("", out.toString());
  }

  @Test
  void trainsEstimatesAndExplainsByTheModelThatIsNamed() {
    record(announced());
    String[] theta = {"apt", "--json", "--model", "theta"};

    JsonNode trained = json("train", theta).get("models").get(0);
    JsonNode estimate = json("estimate", theta).get("plugins").get(0);
    JsonNode explained = json("explain", theta).get("estimates").get(0);

    assertEquals("theta", trained.get("model").asString());
    assertEquals("theta", estimate.get("model").asString());
    assertEquals("theta", explained.get("model").asString());
    assertEquals(0, explained.get("members").size());
    assertEquals(
        estimate.get("wall_clock_seconds").get("point").asDouble(),
        explained.get("point").asDouble());
    out.getBuffer().setLength(0);
    run("explain", "apt", "--model", "theta");
    assertTrue(out.toString().contains("It comes from one model: theta."), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "estimate", "explain"})
  void answersAnUnknownModelWithThoseThatThereAre(String command) {
    assertEquals(ExitCode.WRONG_USAGE, run(command, "--model", "oracle"));

    assertTrue(
        err.toString().contains("--model: there is no model oracle; there are pool, "),
        err.toString());
    assertTrue(err.toString().contains("exponential_smoothing"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void trainsOnNoFewerRunsThanAskedFor() {
    record(announced());

    JsonNode enough = json("train", "--json", "--min-samples", "40");
    JsonNode tooFew = json("train", "--json", "--min-samples", "41");

    assertEquals(1, enough.get("models").size());
    assertEquals(0, tooFew.get("models").size());
    assertEquals(
        "40 runs, at least 41 are needed", tooFew.get("refused").get(0).get("reason").asString());
    assertEquals(
        "few_runs",
        json("estimate", "--json", "--min-samples", "41")
            .get("plugins")
            .get(0)
            .get("basis")
            .asString());
  }

  @Test
  void tellsTheErrorsOfTrainingInSeveralMeasures() {
    record(announced());

    JsonNode backtest = json("train", "--json").get("models").get(0).get("backtest");

    double meanAbsolute = backtest.get("mean_absolute_error").asDouble();
    assertTrue(meanAbsolute > 0);
    assertTrue(backtest.get("root_mean_squared_error").asDouble() >= meanAbsolute);
    assertTrue(backtest.get("mean_absolute_percentage_error").asDouble() > 0);
    assertTrue(backtest.get("mean_absolute_scaled_error").asDouble() > 0);
  }

  @Test
  void explainsAnEstimateWithoutAModel() {
    record(announced().subList(0, 1));

    JsonNode estimate = json("explain", "--json").get("estimates").get(0);
    run("explain");

    assertEquals("few_runs", estimate.get("basis").asString());
    assertTrue(estimate.get("model").isNull());
    assertFalse(estimate.has("members"));
    assertTrue(out.toString().contains("learned from 1 run\n"), out.toString());
    assertTrue(out.toString().contains("Too few runs for a model"), out.toString());
    assertTrue(out.toString().contains("1 past run alone would support 0 %"), out.toString());
  }

  @Test
  void explainsPluginAfterPlugin() {
    record(
        List.of(
            run(1, Runs.execution("apt", 10)),
            run(2, Runs.execution("apt", 12)),
            run(3, Runs.execution("snap", 20))));

    run("explain");

    assertTrue(out.toString().contains("\n\nsnap, time: 20 s, in "), out.toString());
  }

  @Test
  void saysThatNothingWasMeasuredYet() {
    record(List.of(run(1, Runs.execution("apt").ending(ExecutionStatus.SKIPPED))));

    assertEquals(ExitCode.DONE, run("explain"));
    assertEquals(ExitCode.DONE, run("explain", "apt"));

    assertTrue(out.toString().startsWith("No plugin has a measured run yet.\n"), out.toString());
    assertTrue(
        out.toString().contains("apt, time: 5 min, in 90 % of all cases from 1 min to 25 min\n"),
        out.toString());
    assertTrue(out.toString().contains("Nothing at all is known"), out.toString());
  }

  @Test
  void saysThatThereIsNoHistoryYet() {
    assertEquals(ExitCode.DONE, run("explain"));

    assertTrue(out.toString().contains(HostFilter.NO_HISTORY), out.toString());
    assertEquals(0, json("explain", "--json").get("estimates").size());
  }

  @Test
  void saysThatAPluginOrAHostIsNotKnown() {
    record(announced().subList(0, 1));

    assertEquals(ExitCode.NOT_AS_HOPED, run("explain", "nosuch"));
    assertEquals(ExitCode.NOT_AS_HOPED, run("explain", "--host", "nowhere"));

    assertEquals("", out.toString());
    assertTrue(err.toString().contains("no run of the plugin nosuch is known"), err.toString());
    assertTrue(err.toString().contains("no run of the host nowhere is known"), err.toString());
  }

  @Test
  void explainsByWhateverTrainerIsHandedIn() {
    replacements.add(
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(ModelTrainer.class).toInstance(new NaiveModelTrainer(Clock.systemUTC()));
          }
        });
    record(announced());

    assertEquals(ExitCode.DONE, run("explain"));

    assertTrue(out.toString().startsWith("apt, time: "), out.toString());
  }

  @Test
  void explainsItselfWithAnExample() {
    assertEquals(ExitCode.DONE, run("help", "explain"));
    assertTrue(out.toString().contains("update-all explain apt --packages 14"), out.toString());
  }

  @Test
  void tellsHowLikelyAPluginIsToFail() {
    record(failing());

    assertEquals(ExitCode.DONE, run("estimate"));

    String text = out.toString();
    assertTrue(text.matches("(?s).*\nPLUGIN .* TO +FAILS +RUNS +BASIS\n.*"), text);
    assertTrue(text.matches("(?s).*\napt +time .* [1-6]\\d % +17 +pool.*"), text);
  }

  @Test
  void saysNothingOfFailuresWhereThereWereNone() {
    record(announced());

    run("estimate");

    assertFalse(out.toString().contains("FAILS"), out.toString());
  }

  @Test
  void tellsMachinesOfFailuresAlways() {
    record(failing());

    JsonNode document = json("estimate", "--json");
    JsonNode apt = document.get("plugins").get(0);
    double probability = apt.get("failure_probability").asDouble();

    assertEquals(probability, document.get("failure_probability").asDouble());
    assertTrue(apt.get("failure_interval").get(0).asDouble() < probability);
    assertTrue(apt.get("failure_interval").get(1).asDouble() > probability);
    assertTrue(apt.get("timeout_probability").asDouble() < probability);
    assertEquals(21, apt.get("outcome_runs").asInt());
    assertEquals(4, apt.get("failures").asInt());
    assertEquals(12, apt.get("failed_seconds").asDouble());
    assertEquals(
        probability,
        json("explain", "--json").get("risks").get(0).get("failure_probability").asDouble());
  }

  @Test
  void explainsTheRiskInWords() {
    record(failing());

    run("explain");

    String text = out.toString();
    assertTrue(text.contains("apt fails with a probability of "), text);
    assertTrue(text.contains("Of 21 runs 4 failed (1 by the time limit); recent ones"), text);
    assertTrue(text.contains("the 3 % usual with the others counts as 5 runs."), text);
    assertTrue(text.contains("When it failed, it took 12 s."), text);
  }

  /** Twenty-one attempts and one that was skipped; four of them failed, one by the time limit. */
  private static List<Run> failing() {
    return IntStream.range(0, 22)
        .mapToObj(
            number ->
                switch (number) {
                  case 3 -> run(number, Runs.execution("apt").ending(ExecutionStatus.SKIPPED));
                  case 9 -> run(number, Runs.execution("apt", 600).ending(ExecutionStatus.TIMEOUT));
                  case 15, 17, 20 ->
                      run(number, Runs.execution("apt", 12).failingWith("no network", 100));
                  default -> run(number, Runs.execution("apt", 60 + number % 7));
                })
        .toList();
  }

  /** Runs of apt that take three seconds for each of the packages that were announced. */
  private static List<Run> announced() {
    return IntStream.range(0, RUNS)
        .mapToObj(
            number -> {
              int packages = 1 + number * 7 % 20;
              double noise = number * 11 % 13 / 10.0;
              return run(
                  number,
                  Runs.execution("apt", 10 + 3 * packages + noise)
                      .announcing(
                          Runs.announcement(0, StepPhase.EXECUTE).packages(packages).build()));
            })
        .toList();
  }

  private static Run run(int number, ExecutionBuilder execution) {
    return Runs.run(number)
        .startingAt(Runs.NOON.plus(Duration.ofDays(number)))
        .unended()
        .executing(execution)
        .build();
  }

  private void record(List<Run> runs) {
    Settings settings = Settings.of(home.resolve(".local/share/update-all/history.duckdb"));
    try (UpdateAll updateAll = UpdateAll.open(settings)) {
      updateAll.recordAll(runs.iterator());
    }
  }

  private static double seconds(JsonNode estimate) {
    return estimate.get("plugins").get(0).get("wall_clock_seconds").get("point").asDouble();
  }

  private JsonNode json(String command, String... words) {
    String[] all =
        IntStream.range(0, words.length + 1)
            .mapToObj(i -> i == 0 ? command : words[i - 1])
            .toArray(String[]::new);
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run(all), err::toString);
    JsonNode document = MAPPER.readTree(out.toString());
    out.getBuffer().setLength(0);
    return document;
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true), new PrintWriter(err, true), Map.of(), home, false, null);
    Module[] modules = replacements.toArray(Module[]::new);
    return new Program(surroundings, settings -> UpdateAll.open(settings, modules)).run(words);
  }
}
