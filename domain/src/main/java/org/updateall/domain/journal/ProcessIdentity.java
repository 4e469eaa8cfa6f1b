package org.updateall.domain.journal;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.Objects;
import java.util.function.LongFunction;
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

  /**
   * Whether this process is known to have ended: it ran on the observer's machine, and that was
   * started anew since, or no process of that id is there any more, or one that began at another
   * time. Of a process on another machine, or where process ids count elsewhere, nothing is known.
   *
   * @param observer a process that is running
   * @param running the process of an id that is running where the observer is, if there is one
   */
  public boolean isKnownToHaveEnded(
      ProcessIdentity observer, LongFunction<Option<ProcessIdentity>> running) {
    if (!hostname.equals(observer.hostname)) {
      return false;
    }
    if (bootId != null && observer.bootId != null && !bootId.equals(observer.bootId)) {
      return true;
    }
    return Objects.equals(bootId, observer.bootId)
        && Objects.equals(processNamespace, observer.processNamespace)
        && running.apply(pid).map(this::beganAtAnotherTime).getOrElse(true);
  }

  private boolean beganAtAnotherTime(ProcessIdentity other) {
    return startedAt != null && other.startedAt != null && !startedAt.equals(other.startedAt);
  }
}
