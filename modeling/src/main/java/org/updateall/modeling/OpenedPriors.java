package org.updateall.modeling;

import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;

/**
 * The priors that were asked of late, so that their documents need not be read for each series
 * anew. Safe for use by several threads.
 */
final class OpenedPriors {

  /** Thirty plugins with four targets. */
  private static final int MOST = 120;

  private final Map<PooledPrior, PriorDocument> opened =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PooledPrior, PriorDocument> eldest) {
          return size() > MOST;
        }
      };

  /**
   * What the fleet says of that series; none if nothing, or the series is long enough by itself.
   *
   * @throws IllegalArgumentException if the prior is no document of a prior, with the reason
   */
  Option<PriorDocument> of(TrainingSeries series, TrainingOptions options) {
    return options.priorFor(series).map(this::opened);
  }

  private PriorDocument opened(PooledPrior prior) {
    synchronized (opened) {
      @Nullable PriorDocument known = opened.get(prior);
      if (known == null) {
        known = PriorDocument.read(prior.document());
        opened.put(prior, known);
      }
      return known;
    }
  }
}
