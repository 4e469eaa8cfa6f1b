package org.updateall.domain.forecast;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Port: keeps trained models, one per series. Safe for use by several threads.
 *
 * <p>Every method throws {@link HistoryUnavailable} if the store cannot be used; a store that does
 * not exist yet is empty.
 */
public interface ModelStore {

  /** Keeps the models, each in place of the one of its series, in one transaction. */
  void saveAll(List<TrainedModel> models);

  /** The models of these series; a series without a model is left out. */
  Map<SeriesKey, TrainedModel> findAll(Collection<SeriesKey> keys);

  /** Every model, in no particular order. */
  List<TrainedModel> all();
}
