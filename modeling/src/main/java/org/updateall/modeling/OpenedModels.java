package org.updateall.modeling;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;

/**
 * The kept models that were asked of late, of each series one, so that their documents need not be
 * read anew: reading takes far longer than predicting. What memory does not suffice for is
 * forgotten. Safe for use by several threads.
 */
final class OpenedModels {

  /** Thirty plugins with four targets twice over. */
  private static final int MOST = 240;

  private final Map<SeriesKey, SoftReference<OpenedModel>> bySeries =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<SeriesKey, SoftReference<OpenedModel>> eldest) {
          return size() > MOST;
        }
      };

  /** Opens a model, unless it is open: this very one, with the same document. */
  Either<ModelUnreadable, OpenedModel> open(TrainedModel model) {
    Option<OpenedModel> known = known(model);
    return known.isDefined()
        ? Either.right(known.get())
        : ModelDocument.read(model.document())
            .flatMap(document -> OpenedModel.of(model, document))
            .peek(opened -> remember(model.key(), opened));
  }

  /** None if that model is not open. */
  Option<OpenedModel> known(TrainedModel model) {
    synchronized (bySeries) {
      return Option.of(bySeries.get(model.key()))
          .flatMap(reference -> Option.of(reference.get()))
          .filter(opened -> opened.model().equals(model));
    }
  }

  private void remember(SeriesKey key, OpenedModel opened) {
    synchronized (bySeries) {
      bySeries.put(key, new SoftReference<>(opened));
    }
  }
}
