package org.updateall.cli;

import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HostScope;
import picocli.CommandLine.Option;

/** Whose history to learn from. */
final class HostChoice {

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "Whose history to go by (default: this machine's; if it has none, that of all).")
  private @Nullable String host;

  boolean isMade() {
    return host != null;
  }

  /** The host to go by; an exit code, after a complaint, if it is not known. */
  Either<Integer, HostScope> scope(Session session, UpdateAll updateAll) {
    return updateAll
        .chooseHost(host)
        .mapLeft(
            unknown -> {
              session.complain("no run of the host " + unknown + " is known");
              return ExitCode.NOT_AS_HOPED;
            });
  }
}
