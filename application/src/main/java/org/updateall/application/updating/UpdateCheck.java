package org.updateall.application.updating;

import io.vavr.control.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;

/**
 * What an update would do, and what it will take.
 *
 * @param reports what each plugin says, in the order of their names
 * @param estimate what the update of those will take that have, or may have, work to do; absent
 *     where none has
 * @param unknown plugins asked for that there are none of
 * @param disabled plugins asked for that are switched off
 * @param refused what was meant to be a plugin, or to say something of one, and is wrong
 */
public record UpdateCheck(
    List<PreflightReport> reports,
    @Nullable RunEstimate estimate,
    List<PluginName> unknown,
    List<PluginName> disabled,
    List<FileRefused> refused) {

  public UpdateCheck {
    reports = List.copyOf(reports);
    unknown = List.copyOf(unknown);
    disabled = List.copyOf(disabled);
    refused = List.copyOf(refused);
  }

  /** What the update will take; none if nothing waits. */
  public Option<RunEstimate> forecast() {
    return Option.of(estimate);
  }

  /** Whether any plugin says that updates wait. */
  public boolean hasUpdates() {
    return reports.stream().anyMatch(report -> report.finding() == Finding.UPDATES);
  }

  /** The plugins that could not be asked. */
  public List<PreflightReport> failures() {
    return reports.stream().filter(report -> report.finding() == Finding.FAILED).toList();
  }

  /** All that is announced, together. */
  public AnnouncedTotal total() {
    return AnnouncedTotal.of(waiting(reports));
  }

  /** Those that have work to do, or cannot tell whether they have. */
  static List<PreflightReport> waiting(List<PreflightReport> reports) {
    return reports.stream()
        .filter(report -> report.finding() == Finding.UPDATES || report.finding() == Finding.UNTOLD)
        .toList();
  }
}
