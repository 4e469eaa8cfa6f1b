package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;

final class ModelDocumentTest {

  private static final String SOUND =
      """
      {"format":1,"runs":7,"scale":{"power":"SQUARE_ROOT","offset":0.5},
       "exponentialSmoothing":{"components":"LEVEL","alpha":0.3,"beta":0.0,"phi":1.0,
         "level":60.0,"trend":0.0,"sigmaSquared":4.0,"logLikelihood":-10.0,"aicc":26.0,
         "observations":7},
       "scores":[-2.0,1.0],"observed":[58.0,61.0]}
      """;

  private final ModelTrainer trainer = new ConformalModelTrainer(Clock.systemUTC());

  @Test
  void readsASoundDocument() {
    assertTrue(predicted(SOUND).isRight());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[-2.0,1.0]|[null]",
        "[-2.0,1.0]|[1e999]",
        "[-2.0,1.0]|[\"NaN\"]",
        "[-2.0,1.0]|[]",
        "[-2.0,1.0]|null",
        "[58.0,61.0]|[58.0,null]",
        "[58.0,61.0]|[-1]",
        "[58.0,61.0]|[\"Infinity\"]",
        "[58.0,61.0]|null",
        "\"runs\":7|\"runs\":-1",
        "\"runs\":7|\"runs\":0",
        "\"runs\":7|\"runs\":null",
        "\"format\":1|\"format\":\"one\"",
        "\"SQUARE_ROOT\"|null",
        "\"SQUARE_ROOT\"|\"CUBE\"",
        "\"offset\":0.5|\"offset\":\"NaN\"",
        "\"offset\":0.5|\"offset\":-1",
        "\"offset\":0.5|\"offset\":1e999",
        "\"LEVEL\"|null",
        "\"alpha\":0.3|\"alpha\":\"NaN\"",
        "\"alpha\":0.3|\"alpha\":1.5",
        "\"beta\":0.0|\"beta\":-0.1",
        "\"phi\":1.0|\"phi\":0",
        "\"phi\":1.0|\"phi\":1.1",
        "\"level\":60.0|\"level\":1e999",
        "\"level\":60.0|\"level\":null",
        "\"trend\":0.0|\"trend\":\"-Infinity\"",
        "\"sigmaSquared\":4.0|\"sigmaSquared\":-4.0",
        "\"sigmaSquared\":4.0|\"sigmaSquared\":\"NaN\"",
        "\"logLikelihood\":-10.0|\"logLikelihood\":\"NaN\"",
        "\"aicc\":26.0|\"aicc\":\"NaN\"",
        "\"observations\":7|\"observations\":-7"
      })
  void saysThatADamagedDocumentIsUnreadable(String sound, String damaged) {
    assertTrue(SOUND.contains(sound), sound);

    Either<ModelUnreadable, Prediction> predicted = predicted(SOUND.replace(sound, damaged));

    assertTrue(predicted.isLeft(), predicted::toString);
  }

  @Test
  void saysThatFiguresBeyondTheNumbersAreUnreadable() {
    String plain = SOUND.replace("SQUARE_ROOT", "IDENTITY");

    assertTrue(predicted(plain).isRight());
    assertTrue(predicted(plain.replace("60.0", "1e308").replace("[-2.0", "[1.7e308")).isLeft());
  }

  @Test
  void takesAFigureOfTheFitThatIsInfinite() {
    assertTrue(predicted(SOUND.replace("26.0", "\"-Infinity\"")).isRight());
    assertTrue(predicted(SOUND.replace("-10.0", "\"Infinity\"")).isRight());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.1, 60, 1e12})
  void keepsThePerfectFitOfAConstant(double constant) {
    double[] values = new double[30];
    Arrays.fill(values, constant);

    Prediction prediction = predicted(trained(values).document()).get();

    assertEquals(constant, prediction.point());
    assertEquals(constant, prediction.interval(0.9).upper());
  }

  @Test
  void keepsTheNearlyPerfectFitOfALine() {
    double[] line = IntStream.range(0, 40).mapToDouble(t -> 5 + 3 * t).toArray();

    assertEquals(125, predicted(trained(line).document()).get().point(), 1);
  }

  private TrainedModel trained(double... values) {
    return trainer.train(SeriesFixture.of(values), TrainingOptions.defaults(), 0.9).get().model();
  }

  private Either<ModelUnreadable, Prediction> predicted(String document) {
    TrainedModel model = trained(60, 61, 62, 60, 59, 61);
    return trainer.predict(new TrainedModel(model.key(), model.provenance(), document), 1);
  }
}
