package org.updateall.application.exchanging;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.ZoneId;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;

/**
 * Which training data are to be exported, and whereto.
 *
 * @param plugin whose
 * @param filter which of its executions
 * @param zone whose clock says day and hour of a begin
 * @param target the file to be made
 * @param format its form
 * @param replace whether a file in that place may be replaced
 */
public record TrainingExportRequest(
    PluginName plugin,
    HistoryFilter filter,
    ZoneId zone,
    Path target,
    ExchangeFormat format,
    boolean replace) {

  public TrainingExportRequest {
    requireNonNull(plugin, "plugin");
    requireNonNull(filter, "filter");
    requireNonNull(zone, "zone");
    requireNonNull(target, "target");
    requireNonNull(format, "format");
  }
}
