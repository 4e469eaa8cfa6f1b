package org.updateall.domain.journal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Which process something belongs to, told so that no other process is ever taken for it.
 *
 * @param hostname the machine
 * @param bootId the start of that machine, if the system names it
 * @param processNamespace where the process id counts (containers have their own), if known
 * @param pid the process id
 * @param startedAt when the process began, in the system's own units, if known: ids are reused
 */
public record ProcessIdentity(
    String hostname,
    @Nullable String bootId,
    @Nullable String processNamespace,
    long pid,
    @Nullable String startedAt) {

  public ProcessIdentity {
    requireNonNull(hostname, "hostname");
  }
}
