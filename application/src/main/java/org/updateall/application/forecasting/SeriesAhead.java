package org.updateall.application.forecasting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ObservedSeries;

/**
 * A series with what lies ahead of it.
 *
 * @param series what was observed
 * @param next what is known of the values to come, in their order; as many are forecast
 */
public record SeriesAhead(ObservedSeries series, List<Covariates> next) {

  public SeriesAhead {
    requireNonNull(series, "series");
    next = List.copyOf(next);
  }
}
