package org.updateall.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.updateall.application.updating.CheckRequest;
import org.updateall.application.updating.UpdateCheck;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what updates wait, and what they will take. */
@Command(
    name = "check",
    description = {
      "Say what updates wait, how much there is to download, and how long installing them will take.",
      "",
      "Every plugin is asked by its own means, all at the same time. Nothing is changed, and no "
          + "plugin needs root for it; what a package manager has not refreshed it may not know.",
      "",
      "Plugins are those that are shipped, those declared in config.yaml, and executables in the "
          + "plugins directory; see docs/plugins.md."
    },
    footer = {
      "",
      "Examples:",
      "  update-all check",
      "  update-all check apt flatpak --verbose",
      "  update-all check --exit-code --json"
    })
final class CheckCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private MachinePlugins plugins = new MachinePlugins();

  @Mixin private LevelChoice level = new LevelChoice();

  @Mixin private HostChoice host = new HostChoice();

  @Mixin private FirstHistory firstHistory = new FirstHistory();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description = "How long each plugin may take to answer, such as 90s or 5m (default: 2m).")
  private Duration timeout = CheckRequest.DEFAULT_TIME_LIMIT;

  @Option(
      names = "--exit-code",
      description = "Exit with 100 if updates wait, and nothing went wrong.")
  private boolean exitCode;

  @Override
  public Integer call() {
    Session session = root.session();
    CheckRequest unbound = request(HostScope.everyHost());
    try (UpdateAll updateAll = session.open()) {
      var unused = firstHistory.offer(session, updateAll);
      return host.scope(session, updateAll)
          .fold(
              code -> code,
              scope ->
                  check(
                      session, updateAll, scope.equals(unbound.host()) ? unbound : request(scope)));
    }
  }

  /**
   * @throws UsageException if a word is wrong
   */
  private CheckRequest request(HostScope scope) {
    List<PluginName> names = plugins.names();
    double chosen = level.level();
    return ForecastChoices.checked(
        "--timeout",
        () -> new CheckRequest(names, scope, TrainingOptions.defaults(), chosen, timeout));
  }

  private int check(Session session, UpdateAll updateAll, CheckRequest request) {
    try {
      UpdateCheck check = updateAll.check(request, session.progress());
      if (session.json()) {
        session.printJson(CheckDocument.of(check, request.level()));
      } else {
        CheckTable.show(session, check, request);
      }
      return conclude(session, check);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  /** Says what went wrong; what is wrong comes before what waits. */
  private int conclude(Session session, UpdateCheck check) {
    check
        .forecast()
        .forEach(forecast -> forecast.warnings().forEach(w -> session.remark("Note: " + w)));
    check.failures().forEach(each -> session.complain(each.plugin() + ": " + each.reason()));
    check.unknown().forEach(name -> session.complain("there is no plugin " + name));
    check
        .disabled()
        .forEach(name -> session.complain(name + " is switched off in the configuration"));
    if (!check.refused().isEmpty()) {
      return session.refuseAll(check.refused());
    }
    boolean wrong =
        !check.failures().isEmpty() || !check.unknown().isEmpty() || !check.disabled().isEmpty();
    if (wrong) {
      return ExitCode.NOT_AS_HOPED;
    }
    return exitCode && check.hasUpdates() ? ExitCode.UPDATES_WAIT : ExitCode.DONE;
  }
}
