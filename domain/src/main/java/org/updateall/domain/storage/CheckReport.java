package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What a check of a store found.
 *
 * @param database its file
 * @param exists whether there is a store at all
 * @param soundRuns how many runs were read and are as they should be
 * @param findings what was found, in the order in which it was looked for
 */
public record CheckReport(Path database, boolean exists, long soundRuns, List<Finding> findings) {

  public CheckReport {
    requireNonNull(database, "database");
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findings.stream().noneMatch(each -> each.severity() == Finding.Severity.PROBLEM);
  }
}
