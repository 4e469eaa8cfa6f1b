package org.updateall.adapters.jsonlegacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;

/** Keeps models in memory only: a history.json has no place for them, and they are made anew. */
final class PassingModelStore implements ModelStore {

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
