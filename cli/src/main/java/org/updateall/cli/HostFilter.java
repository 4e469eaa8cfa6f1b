package org.updateall.cli;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HostScope;
import picocli.CommandLine.Option;

/** Whose runs to look at. */
final class HostFilter {

  static final String NO_HISTORY =
      "There is no history yet. Bring one in with: update-all import FILE";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Only runs of that machine (default: of all).")
  private @Nullable String host;

  HostScope scope() {
    return host == null ? HostScope.everyHost() : HostScope.only(host);
  }

  /** Why there is nothing to show. */
  String nothing() {
    return host == null ? NO_HISTORY : "There is no run of the host " + host + ".";
  }

  static String inWords(HostScope host) {
    return host.hostname() == null ? "all hosts" : host.hostname();
  }
}
