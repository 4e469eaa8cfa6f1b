package org.updateall.domain.exchange;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.updateall.domain.history.HistoryFilter;

/**
 * What is to be exported, and whereto.
 *
 * @param target the file or directory to be made
 * @param format its form
 * @param filter which runs
 * @param replace whether an earlier export in that place may be replaced
 */
public record ExportRequest(
    Path target, ExchangeFormat format, HistoryFilter filter, boolean replace) {

  public ExportRequest {
    requireNonNull(target, "target");
    requireNonNull(format, "format");
    requireNonNull(filter, "filter");
  }

  /** Whether the whole history is meant. */
  public boolean isWhole() {
    return filter.equals(HistoryFilter.everything());
  }
}
