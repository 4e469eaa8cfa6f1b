package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * What training came to.
 *
 * @param model the model
 * @param quality what its material was like
 * @param backtest how it would have fared in the past
 */
public record Training(TrainedModel model, DataQuality quality, Backtest backtest) {

  public Training {
    requireNonNull(model, "model");
    requireNonNull(quality, "quality");
    requireNonNull(backtest, "backtest");
  }
}
