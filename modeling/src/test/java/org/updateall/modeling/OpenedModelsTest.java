package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.PluginName;

class OpenedModelsTest {

  private final OpenedModels models = new OpenedModels();
  private final TrainedModel model = trained(12);

  private static TrainedModel trained(int runs) {
    return new PrequentialModelTrainer(Clock.systemUTC())
        .train(SeriesFixture.noisy(runs), TrainingOptions.defaults(), 0.9)
        .get()
        .model();
  }

  private TrainedModel of(int plugin) {
    SeriesKey key = model.key();
    return new TrainedModel(
        new SeriesKey(new PluginName("plugin" + plugin), key.host(), key.target()),
        model.provenance(),
        model.document());
  }

  @Test
  void opensTheSameModelOnce() {
    TrainedModel readAgain =
        new TrainedModel(
            model.key(), model.provenance(), new String(model.document().toCharArray()));

    assertSame(models.open(model).get(), models.open(readAgain).get());
  }

  @Test
  void opensWhatHasTakenItsPlace() {
    TrainedModel next = trained(13);
    OpenedModel before = models.open(model).get();

    assertNotSame(before, models.open(next).get());
    assertTrue(models.known(model).isEmpty());
  }

  @Test
  void predictsTheSameAgain() {
    Prediction first = models.open(model).get().predict(Upcoming.ahead(1)).get();
    Prediction later = models.open(model).get().predict(Upcoming.ahead(3)).get();
    Prediction again = models.open(model).get().predict(Upcoming.ahead(1)).get();

    assertEquals(first, again);
    assertEquals(new OpenedModels().open(model).get().predict(Upcoming.ahead(3)).get(), later);
    assertNotEquals(first, later);
  }

  @Test
  void forgetsThoseThatWereNotAskedForLong() {
    List<TrainedModel> many = IntStream.range(0, 241).mapToObj(this::of).toList();
    many.forEach(each -> models.open(each).get());

    assertTrue(models.known(many.get(0)).isEmpty());
    assertTrue(models.known(many.get(240)).isDefined());
  }

  @Test
  void keepsNothingThatIsDamaged() {
    TrainedModel damaged = new TrainedModel(model.key(), model.provenance(), "{\"format\":4}");

    assertTrue(models.open(damaged).isLeft());
    assertTrue(models.known(damaged).isEmpty());
  }
}
