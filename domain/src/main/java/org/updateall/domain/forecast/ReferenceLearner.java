package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/**
 * Port: learns from series what errors of forecasts are like, for intervals of series that have few
 * errors of their own. Deterministic, and safe for use by several threads.
 */
public interface ReferenceLearner {

  /**
   * Forecasts every value of a series from what came before it, as far as it is needed to learn.
   * What comes later changes nothing, nor does {@link ForecastOptions#reference()}.
   *
   * @throws IllegalArgumentException if the model is not known
   */
  PointForecasts pointForecasts(SourcedSeries series, ForecastOptions options);

  /**
   * Learns what errors are like. The same series in the same order give the same document.
   *
   * @return none if no series has two values
   */
  Option<ErrorReference> learn(List<PointForecasts> series);

  /** Takes a document that {@link #learn} made, or says why it is none. */
  Either<ReferenceUnreadable, ErrorReference> read(String document);
}
