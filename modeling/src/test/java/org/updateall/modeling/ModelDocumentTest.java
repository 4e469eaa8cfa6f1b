package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.IntervalMethod;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class ModelDocumentTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> WRONG =
      List.of("null", "\"nonsense\"", "-1", "1e308", "\"NaN\"");
  private static final Upcoming NEXT = Upcoming.ahead(1);
  private static final TrainingSeries SERIES = Announced.runs(12);

  private final ModelTrainer trainer = new PrequentialModelTrainer(Clock.systemUTC());
  private final TrainedModel pool = trained("pool", SERIES);
  private final TrainedModel smoothing = trained("exponential_smoothing", SERIES);

  /** To nine digits: exp and log may differ in their last one from platform to platform. */
  @ParameterizedTest
  @ValueSource(strings = {KeptModels.POOL, KeptModels.SMOOTHING})
  void readsDocumentsThatWereKept(String name) {
    double[][] kept = KeptModels.predictions(name);
    double[][] predicted = KeptModels.predicted(KeptModels.document(name));
    for (int asked = 0; asked < kept.length; asked++) {
      for (int level = 0; level < kept[asked].length; level++) {
        double expected = kept[asked][level];
        assertEquals(expected, predicted[asked][level], 1e-9 * expected, name + " " + asked);
      }
    }
    assertEquals(KeptModels.ASKED.length, predicted.length);
  }

  @Test
  void writesWhatItReadsTheSameAgain() {
    for (String document : new String[] {pool.document(), smoothing.document()}) {
      ModelDocument read = ModelDocument.read(document).get();
      assertEquals(
          document,
          ModelDocument.write(
              read.learned(), read.runs(), read.conversion(), Learning.resume(read)));
    }
  }

  @Test
  void namesNoClasses() {
    for (TrainedModel model : List.of(pool, smoothing)) {
      assertFalse(model.document().contains("org.updateall"), model.document());
      assertFalse(model.document().contains("\"@"), model.document());
      assertTrue(model.document().contains("\"family\":\"exponential_smoothing\""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Runtime",
        "org.updateall.modeling.model.ets.EtsModel",
        "EtsModel",
        "pool",
        "",
      })
  void letsNoOtherClassBeNamed(String family) {
    for (TrainedModel model : List.of(pool, smoothing)) {
      assertDamaged(
          changed(model, "\"family\":\"exponential_smoothing\"", "\"family\":\"" + family + "\""));
    }
    assertDamaged(
        changed(
            smoothing,
            "\"family\":\"exponential_smoothing\"",
            "\"@class\":\"java.lang.Runtime\",\"family\":\"exponential_smoothing\""));
    assertDamaged(changed(smoothing, "\"family\":\"exponential_smoothing\",", ""));
  }

  @Test
  void refusesOlderAndNewerFormatsInWords() {
    String older =
        """
        {"format":1,"runs":7,"scale":{"power":"IDENTITY","offset":0.0},
         "exponentialSmoothing":{"components":"LEVEL","alpha":0.3,"beta":0.0,"phi":1.0,
           "level":60.0,"trend":0.0,"sigmaSquared":4.0,"logLikelihood":-10.0,"aicc":26.0,
           "observations":7},
         "scores":[-2.0,1.0,3.0,-1.0],"observed":[58.0,61.0]}
        """;

    assertEquals(
        "the kept model has format 1, this version reads format 4", reason(kept(pool, older)));
    assertEquals(
        "the kept model has format 5, this version reads format 4",
        reason(kept(pool, "{\"format\":5,\"novelty\":true}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\":4|\"format\":\"two\"",
        "\"runs\":11|\"runs\":0",
        "\"runs\":11|\"runs\":-1",
        "\"runs\":11|\"runs\":null",
        "\"runs\":11|\"runs\":1.5",
        "\"runs\":11|\"runs\":11,\"novelty\":1",
        "\"zone\":\"Z\"|\"zone\":\"Atlantis/Capital\"",
        "\"zone\":\"Z\"|\"zone\":null",
        "[\"download_bytes\",\"packages\"]|[\"packages\"]",
        "[\"download_bytes\",\"packages\"]|[\"packages\",null]",
        "\"model\":\"exponential_smoothing\"|\"model\":\"oracle\"",
        "\"model\":\"exponential_smoothing\"|\"model\":\"pool\"",
        "\"model\":\"exponential_smoothing\"|\"model\":null",
        "\"period\":1|\"period\":0",
        "\"power\":null|\"power\":\"LOGARITHM\"",
        "\"power\":null|\"power\":\"CUBE\"",
        "\"told\":12|\"told\":-12",
        "\"pool\":null|\"pool\":{}",
        "\"trend\":\"NONE\"|\"trend\":\"UPWARD\"",
        "\"alpha\":|\"alpha\":1.5,\"x\":",
        "\"observations\":|\"observations\":-7,\"x\":",
        "\"power\":\"SQUARE_ROOT\"|\"power\":\"IDENTITY\"",
        "\"power\":\"SQUARE_ROOT\"|\"power\":null",
        "\"judged\":|\"judged\":-1,\"x\":",
        "\"method\":\"experts\"|\"method\":\"oracle\"",
        "\"intervals\":\"POOL\"|\"intervals\":\"SPLIT\"",
        "\"slowWeight\":|\"slowWeight\":-1,\"x\":",
        "\"outer\":[|\"outer\":[-1,",
        "\"factor\":|\"factor\":null,\"x\":",
        "\"level\":0.9|\"level\":1.0",
        "\"level\":0.9|\"level\":\"NaN\"",
        "\"origins\":2|\"origins\":-2",
        "\"below\":0|\"below\":3",
        "\"above\":0|\"above\":3",
        "\"widths\":|\"widths\":\"NaN\",\"x\":",
      })
  void saysThatADamagedDocumentIsUnreadable(String sound, String damaged) {
    assertDamaged(changed(smoothing, sound, damaged));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"seen\":12|\"seen\":13",
        "\"seen\":12|\"seen\":11",
        "\"steps\":|\"steps\":-1,\"x\":",
        "\"squares\":|\"squares\":\"Infinity\",\"x\":",
        "\"AR(1)\":[|\"AR(1)\":[1.0,",
        "\"AR(1)\":[|\"AR(1)\":[\"Infinity\",",
        "\"mean\":[|\"mean\":[null,",
        "\"stand-in\":[|\"nobody\":[",
        "\"last value\":|\"last value\":-1,\"nobody\":",
        "\"exponential_smoothing of logarithms\":{|\"exponential_smoothing of logarithms\":null,\"nobody\":{",
        "\"early\":[|\"early\":[0.0,",
        "\"early\":[|\"early\":[null,",
        "\"times\":[|\"times\":[\"NaN\",",
        "\"covariates\":[[|\"covariates\":[[null,",
        "\"covariates\":[[|\"covariates\":[[\"Infinity\",",
      })
  void saysThatADamagedPoolIsUnreadable(String sound, String damaged) {
    assertDamaged(changed(pool, sound, damaged));
  }

  /**
   * Every figure in turn made something else, or taken away: either the document is refused, or the
   * figures that come of it are finite; and it never hinders training.
   */
  @Test
  void neverFailsOtherwiseThanInWords() {
    TrainingSeries longer = Announced.runs(14);
    int refused = 0;
    int tried = 0;
    for (TrainedModel model : List.of(pool, smoothing)) {
      for (String damaged : damaged(model.document())) {
        Either<ModelUnreadable, Explanation> explained =
            trainer.explain(kept(model, damaged), NEXT);
        refused += explained.isLeft() ? 1 : 0;
        tried++;
        if (tried % 5 == 0) {
          assertTrue(updated(model, damaged, longer).isRight(), damaged);
        }
      }
    }

    assertTrue(tried > 400, tried + " tried, " + refused + " refused");
    assertTrue(refused > 0.6 * tried, refused + " of " + tried + " refused");
  }

  private Either<?, Training> updated(TrainedModel model, String damaged, TrainingSeries series) {
    return trainer.update(kept(model, damaged), series, of(model.provenance().family()), 0.9);
  }

  @Test
  void saysThatAModelWithoutAnErrorIsUnreadable() {
    ObjectNode tree = (ObjectNode) JSON.readTree(pool.document());
    ((ObjectNode) tree.at("/state/intervals/method")).put("told", 0);
    ((ObjectNode) tree.at("/unaware/intervals/method")).put("told", 0);

    assertEquals("the kept model gives no figures", reason(kept(pool, tree.toString())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.1, 60, 1e12})
  void keepsThePerfectFitOfAConstant(double constant) {
    double[] values = new double[30];
    Arrays.fill(values, constant);
    for (String family : new String[] {"pool", "exponential_smoothing"}) {
      Prediction prediction =
          trainer.predict(trained(family, SeriesFixture.of(values)), NEXT).get();

      assertEquals(constant, prediction.point());
      assertEquals(constant, prediction.interval(0.9).upper());
    }
  }

  @Test
  void keepsTheNearlyPerfectFitOfALine() {
    double[] line = IntStream.range(0, 40).mapToDouble(t -> 5 + 3 * t).toArray();

    assertEquals(
        125,
        trainer
            .predict(trained("exponential_smoothing", SeriesFixture.of(line)), NEXT)
            .get()
            .point(),
        1);
    assertEquals(
        125, trainer.predict(trained("pool", SeriesFixture.of(line)), NEXT).get().point(), 5);
  }

  /** Nothing is lost on the way through the text, to the last bit. */
  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void goesOnFromTheTextToTheLastBit(IntervalMethod intervals) {
    for (String family : new String[] {"pool", "exponential_smoothing"}) {
      TrainingOptions options = of(family).with(intervals);
      TrainedModel now = trained(Announced.first(8, Announced.runs(40)), options);
      for (int count = 9; count <= 40; count++) {
        TrainingSeries longer = Announced.first(count, Announced.runs(40));
        now = trainer.update(now, longer, options, 0.9).get().model();
      }
      TrainedModel anew = trained(Announced.runs(40), options);
      assertEquals(anew.document(), now.document());
      for (Upcoming next : KeptModels.ASKED) {
        assertArrayEquals(
            trainer.predict(anew, next).get().distribution().quantiles(),
            trainer.predict(now, next).get().distribution().quantiles());
      }
    }
  }

  private static List<String> damaged(String sound) {
    List<String> damaged = new ArrayList<>();
    ObjectNode tree = (ObjectNode) JSON.readTree(sound);
    visit(tree, tree, damaged);
    return damaged;
  }

  /** Of each list the first element stands for all. */
  private static void visit(JsonNode root, JsonNode node, List<String> damaged) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode sound = object.get(name);
        damage(root, wrong -> object.set(name, wrong), damaged);
        object.remove(name);
        damaged.add(root.toString());
        object.set(name, sound);
        visit(root, sound, damaged);
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      JsonNode sound = array.get(0);
      damage(root, wrong -> array.set(0, wrong), damaged);
      array.set(0, sound);
      visit(root, sound, damaged);
    }
  }

  /** Two of the wrong values, by turns: together the fields see all of them. */
  private static void damage(JsonNode root, Consumer<JsonNode> set, List<String> damaged) {
    for (int turn = 0; turn < 2; turn++) {
      set.accept(JSON.readTree(WRONG.get(damaged.size() % WRONG.size())));
      damaged.add(root.toString());
    }
  }

  private void assertDamaged(TrainedModel model) {
    String reason = reason(model);
    assertTrue(
        reason.startsWith("the kept model is damaged: ")
            || reason.startsWith("the kept model has format 0"),
        reason);
  }

  private String reason(TrainedModel model) {
    return trainer.predict(model, NEXT).getLeft().reason();
  }

  private static TrainedModel changed(TrainedModel model, String sound, String damaged) {
    int place = model.document().indexOf(sound);
    assertNotEquals(-1, place, sound + " in " + model.document());
    String rest = model.document().substring(place + sound.length());
    return kept(model, model.document().substring(0, place) + damaged + rest);
  }

  private static TrainedModel kept(TrainedModel model, String document) {
    return new TrainedModel(model.key(), model.provenance(), document);
  }

  private TrainedModel trained(String family, TrainingSeries series) {
    return trained(series, of(family));
  }

  private TrainedModel trained(TrainingSeries series, TrainingOptions options) {
    return trainer.train(series, options, 0.9).get().model();
  }

  private static TrainingOptions of(String family) {
    return new TrainingOptions(family, 1, null, null, false);
  }
}
