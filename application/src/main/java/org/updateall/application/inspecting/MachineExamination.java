package org.updateall.application.inspecting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MissingMeans;

/**
 * What this program finds on a machine.
 *
 * @param history how the history is
 * @param plugins in the order of their names
 * @param disabled plugins that are switched off
 * @param refused what was meant to be a plugin, or to say something of one, and is wrong
 * @param metering what can be measured of a command, and how
 * @param missingMeans what is lacking for measuring more, or better
 * @param sources what the machine remembers of past updates, in the order in which it is believed
 */
public record MachineExamination(
    ExaminedHistory history,
    List<ExaminedPlugin> plugins,
    List<PluginName> disabled,
    List<FileRefused> refused,
    Metering metering,
    List<MissingMeans> missingMeans,
    List<ExaminedSource> sources) {

  public MachineExamination {
    requireNonNull(history, "history");
    requireNonNull(metering, "metering");
    plugins = List.copyOf(plugins);
    disabled = List.copyOf(disabled);
    refused = List.copyOf(refused);
    missingMeans = List.copyOf(missingMeans);
    sources = List.copyOf(sources);
  }
}
