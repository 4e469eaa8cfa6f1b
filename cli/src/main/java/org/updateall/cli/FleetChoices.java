package org.updateall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.Disclosure;
import org.updateall.domain.fleet.HostNaming;
import picocli.CommandLine.Option;

/** Whether to export into the tree of a fleet, and what others come to know there. */
final class FleetChoices {

  @Option(
      names = "--fleet",
      paramLabel = "DIR",
      description =
          "In the place of PATH: put this host's history (or that of --host) into the tree in DIR, "
              + "which all hosts of a fleet share. Months that are there already are replaced where "
              + "they are not the same. With --since: only that month and later ones.")
  private @Nullable Path tree;

  @Option(
      names = "--with-messages",
      description = "With --fleet: also what executions said of their failures.")
  private boolean messages;

  @Option(names = "--with-users", description = "With --fleet: also who ran update-all.")
  private boolean users;

  @Option(
      names = "--hash-hosts",
      description = "With --fleet: a hash in the place of the host's name.")
  private boolean hashed;

  @Option(
      names = "--salt-file",
      paramLabel = "FILE",
      description =
          "With --hash-hosts: the key of the hash, any bytes that all hosts of the fleet share and "
              + "nobody else knows. Without it, names can be guessed.")
  private @Nullable Path salt;

  /**
   * The directory of the tree; absent for another kind of export.
   *
   * @throws UsageException if something is chosen that goes with a tree alone
   */
  @Nullable Path tree() {
    if (tree == null && (messages || users || hashed || salt != null)) {
      throw new UsageException(
          "--with-messages, --with-users, --hash-hosts and --salt-file go with --fleet");
    }
    if (salt != null && !hashed) {
      throw new UsageException("--salt-file goes with --hash-hosts");
    }
    return tree;
  }

  /** Whether names are hashed in a way that lets them be guessed. */
  boolean canBeGuessed() {
    return hashed && salt == null;
  }

  /**
   * @throws UsageException if the key cannot be read, or is empty
   */
  Disclosure disclosure() {
    return new Disclosure(messages, users, hashed ? naming() : HostNaming.plain());
  }

  private HostNaming naming() {
    if (salt == null) {
      return HostNaming.hashed();
    }
    try {
      byte[] key = Files.readAllBytes(salt);
      if (key.length == 0) {
        throw new UsageException("--salt-file: %s is empty".formatted(salt));
      }
      return HostNaming.hashed(key);
    } catch (IOException e) {
      throw new UsageException("--salt-file: %s cannot be read".formatted(salt));
    }
  }
}
