package org.updateall.application.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.SharedReading;

final class TrainModelsTest {

  private static final HostScope ATLAS = HostScope.only("atlas");

  private final InMemoryModelStore store = new InMemoryModelStore();
  private final Histories histories =
      Histories.empty().with("atlas", "apt", 20).with("atlas", "snap", 3).with("zeus", "apt", 7);

  @Test
  void trainsEachTargetThatWasMeasuredOftenEnough() {
    TrainingReport report = train(ATLAS);

    assertEquals(List.of(key("apt")), keys(report));
    assertEquals(20, report.trained().get(0).model().provenance().observations());
  }

  @Test
  void saysOfEveryOtherTargetWhyThereIsNoModel() {
    TrainingReport report = train(ATLAS);

    assertEquals(7, report.refused().size());
    assertTrue(
        report.refused().stream()
            .anyMatch(
                refused ->
                    refused.key().equals(key("snap")) && refused.quality().observations() == 3));
  }

  @Test
  void keepsWhatItTrained() {
    TrainedModel trained = train(ATLAS).trained().get(0).model();

    assertEquals(trained, store.findAll(List.of(key("apt"))).get(key("apt")));
  }

  @Test
  void learnsFromOneHostAlone() {
    TrainingReport report = train(HostScope.only("zeus"));

    assertEquals(7, report.trained().get(0).model().provenance().observations());
  }

  @Test
  void learnsFromEveryHostWhenAskedTo() {
    TrainingReport report = train(HostScope.everyHost());

    assertEquals(27, report.trained().get(0).model().provenance().observations());
  }

  @Test
  void namesPluginsThatTheHistoryDoesNotKnow() {
    PluginName strange = new PluginName("nosuchplugin");

    TrainingReport report = train(ATLAS, strange, new PluginName("apt"));

    assertEquals(List.of(strange), report.unknown());
    assertEquals(List.of(key("apt")), keys(report));
  }

  @Test
  void tellsHowFarItHasCome() {
    Progress progress = mock(Progress.class);

    useCase().train(request(ATLAS), progress);

    verify(progress).begin("Training", 8);
    verify(progress, times(8)).advance();
    verify(progress).end();
  }

  @Test
  void goesOnFromKeptModels() {
    TrainedModel kept = train(ATLAS).trained().get(0).model();
    ModelTrainer trainer = spy(new NaiveModelTrainer(Histories.CLOCK));

    new TrainModels(histories.history(), trainer, store, SharedReading.none(), 2)
        .train(request(ATLAS), Progress.none());

    verify(trainer).update(eq(kept), any(), any(), anyDouble());
  }

  @Test
  void forgetsKeptModelsWhenAskedTo() {
    train(ATLAS);
    ModelTrainer trainer = spy(new NaiveModelTrainer(Histories.CLOCK));

    new TrainModels(histories.history(), trainer, store, SharedReading.none(), 2)
        .train(
            new TrainingRequest(List.of(), ATLAS, TrainingOptions.defaults(), 0.9, true),
            Progress.none());

    verify(trainer, never()).update(any(), any(), any(), anyDouble());
    verify(trainer, times(8)).train(any(), any(), anyDouble());
  }

  @Test
  void refusesALevelThatIsNone() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainingRequest(List.of(), ATLAS, TrainingOptions.defaults(), 1));
  }

  @Test
  void isInTheOrderOfTheSeriesWhicheverIsDoneFirst() {
    for (String plugin : List.of("brew", "cargo", "dnf", "emerge")) {
      histories.with("atlas", plugin, 12);
    }
    CountDownLatch othersBegan = new CountDownLatch(3);
    ModelTrainer firstIsLast = spy(new NaiveModelTrainer(Histories.CLOCK));
    doAnswer(
            call -> {
              boolean first = call.<TrainingSeries>getArgument(0).key().equals(key("apt"));
              if (first) {
                assertTrue(othersBegan.await(30, TimeUnit.SECONDS), "others wait for the first");
              } else if (call.<TrainingSeries>getArgument(0).size() > 0) {
                othersBegan.countDown();
              }
              return call.callRealMethod();
            })
        .when(firstIsLast)
        .train(any(), any(), anyDouble());

    TrainingReport report = train(firstIsLast, 4);

    assertEquals(train(new NaiveModelTrainer(Histories.CLOCK), 1), report);
    assertEquals(
        List.of(key("apt"), key("brew"), key("cargo"), key("dnf"), key("emerge")), keys(report));
    assertEquals(
        List.of("apt", "brew", "cargo", "dnf", "emerge", "snap"),
        report.refused().stream().map(each -> each.key().plugin().value()).distinct().toList());
  }

  @Test
  void tellsTheProgressFromTheCallersThread() {
    List<Thread> told = new ArrayList<>();
    Progress progress = mock(Progress.class);
    doAnswer(call -> told.add(Thread.currentThread())).when(progress).advance();

    useCase().train(request(ATLAS), progress);

    assertEquals(Collections.nCopies(8, Thread.currentThread()), told);
  }

  @Test
  void keepsNothingWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThrows(CancellationException.class, () -> train(ATLAS));

    assertTrue(Thread.interrupted());
    assertEquals(List.of(), store.all());
  }

  @Test
  void aDefectOfTheTrainerIsThrownAsItIsAndNothingIsKept() {
    ModelTrainer broken = spy(new NaiveModelTrainer(Histories.CLOCK));
    ArithmeticException defect = new ArithmeticException("broken");
    doThrow(defect).when(broken).train(any(), any(), anyDouble());

    assertSame(defect, assertThrows(ArithmeticException.class, () -> train(broken, 3)));
    assertEquals(List.of(), store.all());
  }

  @Test
  void needsAThread() {
    ModelTrainer trainer = new NaiveModelTrainer(Histories.CLOCK);

    assertThrows(IllegalArgumentException.class, () -> train(trainer, 0));
  }

  private TrainingReport train(ModelTrainer trainer, int threads) {
    return new TrainModels(histories.history(), trainer, store, SharedReading.none(), threads)
        .train(
            new TrainingRequest(List.of(), ATLAS, TrainingOptions.defaults(), 0.9, true),
            Progress.none());
  }

  private TrainingReport train(HostScope host, PluginName... plugins) {
    return useCase().train(request(host, plugins), Progress.none());
  }

  private TrainModels useCase() {
    return new TrainModels(
        histories.history(),
        new NaiveModelTrainer(Histories.CLOCK),
        store,
        SharedReading.none(),
        2);
  }

  private static TrainingRequest request(HostScope host, PluginName... plugins) {
    return new TrainingRequest(Arrays.asList(plugins), host, TrainingOptions.defaults(), 0.9);
  }

  private static List<SeriesKey> keys(TrainingReport report) {
    return report.trained().stream().map(training -> training.model().key()).toList();
  }

  private static SeriesKey key(String plugin) {
    return new SeriesKey(new PluginName(plugin), ATLAS, Target.WALL_CLOCK);
  }
}
