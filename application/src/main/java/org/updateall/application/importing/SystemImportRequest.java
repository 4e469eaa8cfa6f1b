package org.updateall.application.importing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.SourceMachine;

/**
 * What to bring in of what a machine remembers.
 *
 * @param machine the machine that is read
 * @param hostname the name that its runs are kept under
 * @param sources the sources to read; none for all but those that are read only where named
 * @param since updates that began before are left out; absent for all
 * @param dryRun whether only to read and report
 */
public record SystemImportRequest(
    SourceMachine machine,
    String hostname,
    List<String> sources,
    @Nullable Instant since,
    boolean dryRun) {

  public SystemImportRequest {
    requireNonNull(machine, "machine");
    requireNonNull(hostname, "hostname");
    sources = List.copyOf(sources);
  }
}
