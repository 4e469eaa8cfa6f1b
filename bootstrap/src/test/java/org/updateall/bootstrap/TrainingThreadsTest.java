package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.updateall.domain.history.Runs.execution;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.application.Progress;
import org.updateall.application.training.TrainModels;
import org.updateall.application.training.TrainingReport;
import org.updateall.application.training.TrainingRequest;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.SharedReading;
import org.updateall.modeling.ModelingModule;

/** Real models, trained on one thread and on several. */
class TrainingThreadsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private static final int PLUGINS = 6;

  private final InMemoryRunHistory history = new InMemoryRunHistory(CLOCK);

  @Test
  void modelsAreTheSameToTheLastBitOnAnyNumberOfThreads() {
    record(0, 30);
    InMemoryModelStore alone = new InMemoryModelStore();
    InMemoryModelStore together = new InMemoryModelStore();

    assertSameReports(train(alone, 1), train(together, 4));
    record(30, 33); // what is kept goes on
    assertSameReports(train(alone, 1), train(together, 4));

    assertEquals(alone.all(), together.all());
  }

  private static void assertSameReports(TrainingReport one, TrainingReport other) {
    assertEquals(PLUGINS, one.trained().size());
    assertEquals(one, other);
  }

  private TrainingReport train(InMemoryModelStore store, int threads) {
    ModelTrainer trainer =
        Guice.createInjector(
                new ModelingModule(),
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(Clock.class).toInstance(CLOCK);
                  }
                })
            .getInstance(ModelTrainer.class);
    return new TrainModels(history, trainer, store, SharedReading.none(), threads)
        .train(
            new TrainingRequest(List.of(), HostScope.everyHost(), TrainingOptions.defaults(), 0.9),
            Progress.none());
  }

  private void record(int from, int until) {
    for (int day = from; day < until; day++) {
      SplittableRandom random = new SplittableRandom(day);
      history.record(
          Runs.run(day + 1)
              .startingAt(Runs.NOON.plus(Duration.ofDays(day)))
              .endingAt(Runs.NOON.plus(Duration.ofDays(day)).plusSeconds(6000))
              .executing(
                  IntStream.range(0, PLUGINS)
                      .mapToObj(
                          plugin ->
                              execution("plugin" + plugin, 30 + plugin + 60 * random.nextDouble()))
                      .toArray(ExecutionBuilder[]::new))
              .build());
    }
  }
}
