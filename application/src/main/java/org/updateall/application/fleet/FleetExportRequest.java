package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.Disclosure;

/**
 * What of a host's history is to be put into the tree of its fleet.
 *
 * @param tree the directory of the tree
 * @param host whose history
 * @param since only that month and later ones; absent for all
 * @param disclosure how much the others come to know
 */
public record FleetExportRequest(
    Path tree, String host, @Nullable YearMonth since, Disclosure disclosure) {

  public FleetExportRequest {
    requireNonNull(tree, "tree");
    requireNonNull(host, "host");
    requireNonNull(disclosure, "disclosure");
  }
}
