package org.updateall.cli;

import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HostScope;
import picocli.CommandLine.Option;

/** Whose runs to look at. */
final class HostFilter {

  static final String NO_HISTORY =
      "There is no history yet. Bring one in with: update-all import --from-system, or an old one "
          + "with: update-all import FILE";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Only runs of that machine (default: of all).")
  private @Nullable String host;

  HostScope scope() {
    return host == null ? HostScope.everyHost() : HostScope.only(host);
  }

  /** The machine asked for, if one is, else that one. */
  String named(String otherwise) {
    return host == null ? otherwise : host;
  }

  /** Complains if the machine asked for is not known; the exit code that follows from it. */
  int exitCode(Session session, UpdateAll updateAll) {
    if (host == null || updateAll.chooseHost(host).isRight()) {
      return ExitCode.DONE;
    }
    session.complain("no run of the host " + host + " is known");
    return ExitCode.NOT_AS_HOPED;
  }

  static String inWords(HostScope host) {
    return host.hostname() == null ? "all hosts" : host.hostname();
  }
}
