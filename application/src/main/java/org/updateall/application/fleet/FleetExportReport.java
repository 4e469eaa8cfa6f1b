package org.updateall.application.fleet;

import java.nio.file.Path;
import org.updateall.domain.history.HistoryCounts;

/**
 * What exporting into a fleet's tree came to.
 *
 * @param tree the directory of the tree
 * @param host what the host is called in it
 * @param months how many months were looked at
 * @param changedMonths in how many of these a file is not as it was
 * @param counts how much of the history these months hold
 * @param foretold of how many runs it was foretold what they would come to
 */
public record FleetExportReport(
    Path tree, String host, int months, int changedMonths, HistoryCounts counts, long foretold) {}
