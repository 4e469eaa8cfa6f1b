package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * A series with where it comes from, such as a machine or a project.
 *
 * @param source by which sources are told apart; empty if that is not known
 * @param series the series
 */
public record SourcedSeries(String source, ObservedSeries series) {

  public SourcedSeries {
    requireNonNull(source, "source");
    requireNonNull(series, "series");
  }
}
