package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;

/** Keeps trained models in DuckDB. */
final class DuckDbModelStore implements ModelStore {

  private final DuckDbStore store;

  @Inject
  DuckDbModelStore(DuckDbStore store) {
    this.store = store;
  }

  @Override
  public void saveAll(List<TrainedModel> models) {
    Map<SeriesKey, TrainedModel> lastOfEach = new LinkedHashMap<>();
    models.forEach(model -> lastOfEach.put(model.key(), model));
    if (lastOfEach.isEmpty()) {
      return;
    }
    List<ModelRow> rows = lastOfEach.values().stream().map(ModelRow::of).toList();
    store.write(handle -> replace(handle.attach(ModelTable.class), rows));
  }

  @Override
  public Map<SeriesKey, TrainedModel> findAll(Collection<SeriesKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Set<SeriesKey> wanted = Set.copyOf(keys);
    return store.read(Map.of(), handle -> DamagedRow.unless(() -> find(handle, wanted)));
  }

  @Override
  public List<TrainedModel> all() {
    return store.read(
        List.of(),
        handle ->
            DamagedRow.unless(
                () ->
                    handle.attach(ModelTable.class).all().stream()
                        .map(ModelRow::toModel)
                        .toList()));
  }

  private static int replace(ModelTable table, List<ModelRow> rows) {
    table.delete(rows);
    table.insert(rows);
    return rows.size();
  }

  private static Map<SeriesKey, TrainedModel> find(Handle handle, Set<SeriesKey> keys) {
    List<String> plugins = keys.stream().map(key -> key.plugin().value()).distinct().toList();
    return ModelTable.ofPlugins(handle, plugins).stream()
        .map(ModelRow::toModel)
        .filter(model -> keys.contains(model.key()))
        .collect(toMap(TrainedModel::key, model -> model));
  }
}
