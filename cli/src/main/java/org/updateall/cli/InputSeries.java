package org.updateall.cli;

import java.util.List;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.SourcedSeries;

/**
 * A series with what is told of it again.
 *
 * @param series the series
 * @param timestamps of its observations, as they were written
 * @param source where it comes from; empty if that is not said
 * @param metric what it measures; empty if that is not said
 */
record InputSeries(ObservedSeries series, List<String> timestamps, String source, String metric) {

  InputSeries {
    timestamps = List.copyOf(timestamps);
  }

  SourcedSeries sourced() {
    return new SourcedSeries(source, series);
  }
}
