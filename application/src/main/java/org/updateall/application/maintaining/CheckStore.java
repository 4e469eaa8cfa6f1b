package org.updateall.application.maintaining;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.StoreUpkeep;

/** Use case: look for damage in the store. */
public final class CheckStore {

  private static final Logger LOG = LoggerFactory.getLogger(CheckStore.class);

  private final StoreUpkeep upkeep;

  public CheckStore(StoreUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @throws HistoryUnavailable if the store is not one of this program, or is in use
   */
  public CheckReport check() {
    CheckReport report = upkeep.check();
    LOG.atInfo()
        .addKeyValue("database", report.database())
        .addKeyValue("sound", report.isSound())
        .addKeyValue("findings", report.findings().size())
        .log("store checked");
    return report;
  }
}
