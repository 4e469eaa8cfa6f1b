package org.updateall.adapters.duckdb;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.AnnouncedPair;

/** A row of the view {@code estimate_accuracy}. */
record PairRow(
    String pluginName,
    String measure,
    double announced,
    @Nullable Double actual,
    @Nullable Double confidence) {

  AnnouncedPair toPair() {
    return new AnnouncedPair(
        new PluginName(pluginName),
        StoredWords.announcedMeasure(measure),
        announced,
        actual,
        confidence);
  }
}
