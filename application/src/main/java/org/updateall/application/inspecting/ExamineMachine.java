package org.updateall.application.inspecting;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.importing.GuardedDetection;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SourceMachine;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.storage.StoreUpkeep;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginCatalogue;

/**
 * Use case: look at what this program has to work with on a machine. Nothing is changed, no network
 * is used, and what cannot be looked at does not keep the rest from being told.
 */
public final class ExamineMachine {

  /** A plugin only has to look whether its package manager is there. */
  private static final Duration QUICK_LOOK = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ExamineMachine.class);

  private final StoreUpkeep upkeep;
  private final RunJournal journal;
  private final PluginCatalogue catalogue;
  private final CommandRunner runner;
  private final List<HistoryImporter> importers;

  /**
   * @param importers in the order in which they are believed
   */
  public ExamineMachine(
      StoreUpkeep upkeep,
      RunJournal journal,
      PluginCatalogue catalogue,
      CommandRunner runner,
      List<HistoryImporter> importers) {
    this.upkeep = upkeep;
    this.journal = journal;
    this.catalogue = catalogue;
    this.runner = runner;
    this.importers = List.copyOf(importers);
  }

  public MachineExamination examine(SourceMachine machine) {
    KnownPlugins known = catalogue.find();
    return new MachineExamination(
        history(),
        plugins(known),
        known.disabled(),
        known.refused(),
        runner.metering(),
        runner.missing(),
        importers.stream().map(importer -> source(importer, machine)).toList());
  }

  private ExaminedHistory history() {
    try {
      return new ExaminedHistory(
          upkeep.summary().getOrNull(), journal.runsUnderWay(), journal.runsWaiting(), null);
    } catch (HistoryUnavailable e) {
      LOG.atWarn().setCause(e).log("the history cannot be used");
      return new ExaminedHistory(null, List.of(), 0, String.valueOf(e.getMessage()));
    }
  }

  private static List<ExaminedPlugin> plugins(KnownPlugins known) {
    return known.plugins().stream()
        .map(
            plugin ->
                new ExaminedPlugin(
                    plugin.name(), plugin.origin(), plugin.applicability(QUICK_LOOK)))
        .toList();
  }

  private static ExaminedSource source(HistoryImporter importer, SourceMachine machine) {
    return new ExaminedSource(
        importer.id(),
        importer.description(),
        importer.onlyWhenNamed(),
        GuardedDetection.of(importer, machine));
  }
}
