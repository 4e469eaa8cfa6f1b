package org.updateall.cli;

import io.vavr.control.Either;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** What several commands make of their words. */
final class Commands {

  static final String NO_HISTORY =
      "There is no history yet. Bring one in with: update-all import FILE";

  private Commands() {}

  /**
   * @throws UsageException if a word cannot be the name of a plugin
   */
  static List<PluginName> plugins(List<String> words) {
    try {
      return words.stream().map(PluginName::new).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * @throws UsageException if no interval of that level is known
   */
  static double level(double level) {
    try {
      PredictiveDistribution.requireKnownLevel(level);
      return level;
    } catch (IllegalArgumentException e) {
      throw new UsageException("--level: " + e.getMessage());
    }
  }

  /** The host that estimates rest on; none, and a complaint, if it is not known. */
  static Either<Integer, HostScope> host(
      Session session, UpdateAll updateAll, @Nullable String wanted) {
    return updateAll
        .chooseHost(wanted)
        .mapLeft(
            unknown -> {
              session.complain("no run of the host " + Text.printable(unknown) + " is known");
              return ExitCode.NOT_AS_HOPED;
            });
  }

  /** Complains about the plugins that are not known; the exit code that follows from it. */
  static int complainOf(Session session, List<PluginName> unknown) {
    for (PluginName plugin : unknown) {
      session.complain("no run of the plugin " + Text.printable(plugin.value()) + " is known");
    }
    return unknown.isEmpty() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  static String hostInWords(HostScope host) {
    return host.hostname() == null ? "all hosts" : Text.printable(host.hostname());
  }
}
