package org.updateall.application.importing;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SourceMachine;

/** Looks for a source, whoever wrote its importer: a defect of one does not hide the others. */
public final class GuardedDetection {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedDetection.class);

  private GuardedDetection() {}

  /** What the importer finds; that it cannot be read, where the importer fails. */
  public static Detection of(HistoryImporter importer, SourceMachine machine) {
    try {
      return importer.detect(machine);
    } catch (RuntimeException defect) {
      LOG.atError().setCause(defect).log("importer {} failed", importer.id());
      return Detection.unreadable(List.of(), "its reader failed: " + defect);
    }
  }
}
