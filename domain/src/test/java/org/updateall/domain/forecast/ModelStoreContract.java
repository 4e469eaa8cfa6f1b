package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** What {@link ModelStore} promises; every implementation runs it whole. */
public abstract class ModelStoreContract {

  private static final HostScope EVERY_HOST = HostScope.everyHost();

  private ModelStore store;

  /** A store without models. */
  protected abstract ModelStore emptyStore();

  @BeforeEach
  void openStore() {
    store = emptyStore();
  }

  @Test
  void aNewStoreHoldsNoModel() {
    assertEquals(Map.of(), store.findAll(List.of(key("apt", EVERY_HOST, Target.CPU_TIME))));
  }

  @Test
  void givesBackEveryField() {
    TrainedModel model =
        new TrainedModel(
            key("apt", HostScope.only("workstation"), Target.MEMORY_PEAK),
            new ModelProvenance(
                "exponential_smoothing",
                "ETS(A,Ad,N)",
                "log",
                524,
                Instant.parse("2026-01-05T12:00:00.123456Z"),
                "0f3a",
                Instant.parse("2026-01-06T12:00:00.654321Z")),
            "{\"version\":1,\"level\":12.5}");

    store.saveAll(List.of(model));

    assertEquals(Map.of(model.key(), model), store.findAll(List.of(model.key())));
  }

  @Test
  void givesEveryModel() {
    assertEquals(List.of(), store.all());
    TrainedModel one = model(key("apt", EVERY_HOST, Target.WALL_CLOCK), "one");
    TrainedModel other = model(key("apt", HostScope.only("zeus"), Target.WALL_CLOCK), "other");
    store.saveAll(List.of(one, other));

    assertEquals(Set.of(one, other), Set.copyOf(store.all()));
    assertEquals(2, store.all().size());
  }

  @Test
  void keepsTheNewestModelOfASeries() {
    SeriesKey key = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    store.saveAll(List.of(model(key, "first")));
    store.saveAll(List.of(model(key, "second")));

    assertEquals(Map.of(key, model(key, "second")), store.findAll(List.of(key)));
  }

  @Test
  void keepsTheLastOfTwoModelsOfOneSeriesSavedTogether() {
    SeriesKey key = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    store.saveAll(List.of(model(key, "first"), model(key, "second")));

    assertEquals(Map.of(key, model(key, "second")), store.findAll(List.of(key)));
  }

  @Test
  void savingTheSameModelAgainChangesNothing() {
    SeriesKey key = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    store.saveAll(List.of(model(key, "same")));
    store.saveAll(List.of(model(key, "same")));

    assertEquals(Map.of(key, model(key, "same")), store.findAll(List.of(key)));
  }

  @Test
  void tellsSeriesApartByPluginHostAndTarget() {
    List<SeriesKey> keys =
        List.of(
            key("apt", EVERY_HOST, Target.WALL_CLOCK),
            key("Apt", EVERY_HOST, Target.WALL_CLOCK),
            key("apt", EVERY_HOST, Target.CPU_TIME),
            key("apt", HostScope.only("a"), Target.WALL_CLOCK),
            key("apt", HostScope.only("b"), Target.WALL_CLOCK),
            key("apt", HostScope.only(""), Target.WALL_CLOCK),
            key("apt", HostScope.only("null"), Target.WALL_CLOCK));
    List<TrainedModel> models = keys.stream().map(key -> model(key, "for " + key)).toList();

    store.saveAll(models);

    Map<SeriesKey, TrainedModel> found = store.findAll(keys);
    assertEquals(Set.copyOf(models), Set.copyOf(found.values()));
    found.forEach((key, model) -> assertEquals(key, model.key()));
  }

  @Test
  void leavesOutSeriesWithoutAModelAndModelsNotAskedFor() {
    SeriesKey asked = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    SeriesKey notAsked = key("apt", EVERY_HOST, Target.CPU_TIME);
    SeriesKey unknown = key("pacman", EVERY_HOST, Target.WALL_CLOCK);
    store.saveAll(List.of(model(asked, "a"), model(notAsked, "b")));

    assertEquals(Set.of(asked), store.findAll(List.of(asked, unknown)).keySet());
  }

  @Test
  void findsNothingForNoSeriesAndOneModelForASeriesNamedTwice() {
    SeriesKey key = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    store.saveAll(List.of(model(key, "a")));

    assertEquals(Map.of(), store.findAll(List.of()));
    assertEquals(Set.of(key), store.findAll(List.of(key, key)).keySet());
  }

  @Test
  void savingNoModelChangesNothing() {
    SeriesKey key = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    store.saveAll(List.of(model(key, "a")));
    store.saveAll(List.of());

    assertEquals(Set.of(key), store.findAll(List.of(key)).keySet());
  }

  @Test
  void savesAllOfThemOrNone() {
    SeriesKey key = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    List<TrainedModel> withNull = Arrays.asList(model(key, "a"), null);

    assertThrows(NullPointerException.class, () -> store.saveAll(withNull));

    assertEquals(Map.of(), store.findAll(List.of(key)));
  }

  @Test
  void keepsNamesAndDocumentsInAnyScript() {
    String text = "😀 שלום \u202E 中文 ' \" \\ ; -- \n\t\u0000 :name ?1 {}";
    SeriesKey key =
        key("'; DROP TABLE models; --", HostScope.only("Ω-хост-😀"), Target.DOWNLOAD_SIZE);
    TrainedModel model = model(key, text);

    store.saveAll(List.of(model));

    assertEquals(Map.of(key, model), store.findAll(List.of(key)));
  }

  @Test
  void keepsALongDocumentAndAnEmptyOne() {
    SeriesKey longKey = key("apt", EVERY_HOST, Target.WALL_CLOCK);
    SeriesKey emptyKey = key("apt", EVERY_HOST, Target.CPU_TIME);
    TrainedModel longOne = model(longKey, "[1.5]".repeat(200_000));
    TrainedModel emptyOne = model(emptyKey, "");

    store.saveAll(List.of(longOne, emptyOne));

    assertEquals(
        Map.of(longKey, longOne, emptyKey, emptyOne), store.findAll(List.of(longKey, emptyKey)));
  }

  @Test
  void keepsAThousandModels() {
    List<TrainedModel> models =
        IntStream.range(0, 1000)
            .mapToObj(i -> model(key("plugin-" + i, EVERY_HOST, Target.WALL_CLOCK), "m" + i))
            .toList();

    store.saveAll(models);

    Map<SeriesKey, TrainedModel> found =
        store.findAll(models.stream().map(TrainedModel::key).toList());
    assertEquals(Set.copyOf(models), Set.copyOf(found.values()));
  }

  @Test
  void servesSeveralThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> savings = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        SeriesKey key = key("plugin-" + i, EVERY_HOST, Target.WALL_CLOCK);
        savings.add(() -> saveAndFind(key));
      }
      for (Future<Void> saving : threads.invokeAll(savings)) {
        saving.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void saveAndFind(SeriesKey key) {
    store.saveAll(List.of(model(key, "m")));
    assertEquals(Set.of(key), store.findAll(List.of(key)).keySet());
    return null;
  }

  private static SeriesKey key(String plugin, HostScope host, Target target) {
    return new SeriesKey(new PluginName(plugin), host, target);
  }

  private static TrainedModel model(SeriesKey key, String document) {
    return new TrainedModel(
        key,
        new ModelProvenance(
            "family",
            "form",
            "identity",
            10,
            Instant.parse("2026-01-05T12:00:00Z"),
            "fingerprint",
            Instant.parse("2026-01-06T12:00:00Z")),
        document);
  }
}
