package org.updateall.domain.forecast;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps models in memory, for tests. */
public final class InMemoryModelStore implements ModelStore {

  private final Map<SeriesKey, TrainedModel> models = new HashMap<>();

  @Override
  public synchronized void saveAll(List<TrainedModel> all) {
    for (TrainedModel model : List.copyOf(all)) {
      models.put(model.key(), model);
    }
  }

  @Override
  public synchronized Map<SeriesKey, TrainedModel> findAll(Collection<SeriesKey> keys) {
    Map<SeriesKey, TrainedModel> found = new HashMap<>(models);
    found.keySet().retainAll(List.copyOf(keys));
    return Map.copyOf(found);
  }

  @Override
  public synchronized List<TrainedModel> all() {
    return List.copyOf(models.values());
  }
}
