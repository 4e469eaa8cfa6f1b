package org.updateall.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.inspecting.MachineExamination;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;

/** Tells what the program has to work with on this machine, and what is missing. */
@Command(
    name = DoctorCommand.NAME,
    description = {
      "Tell what was detected on this machine, what can be measured and how, where data and logs "
          + "are, and what is missing and how to get it.",
      "",
      "Nothing is made or changed, and no network is used. Exit code 1 if something is broken: the "
          + "history cannot be used, or the configuration or a plugin is refused. That something is "
          + "not there is no failure."
    },
    footer = {"", "Examples:", "  update-all doctor", "  update-all doctor --json"})
final class DoctorCommand implements Callable<Integer> {

  static final String NAME = "doctor";

  @ParentCommand private UpdateAllCommand root;

  /** Whether that is what is to be done: it alone makes nothing, not even a log. */
  static boolean isMeantBy(ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().commandSpec().name().equals(NAME);
  }

  @Override
  public Integer call() {
    Session session = root.session();
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      Diagnosis diagnosis = diagnose(session, updateAll);
      if (session.json()) {
        session.printJson(DoctorDocument.of(session, diagnosis));
      } else {
        DoctorReport.show(session, diagnosis);
      }
      return diagnosis.isBroken() ? ExitCode.NOT_AS_HOPED : ExitCode.DONE;
    }
  }

  private static Diagnosis diagnose(Session session, UpdateAll updateAll) {
    MachineExamination examination = updateAll.examine(session.home());
    return Diagnosis.of(
        session,
        examination,
        session.settings().isLegacyHistory()
            ? problemOfLegacyHistory(updateAll)
            : examination.history().problem());
  }

  /** A history.json has no size and no tables to tell of, but it can be read or not. */
  private static @Nullable String problemOfLegacyHistory(UpdateAll updateAll) {
    try {
      updateAll.recentRuns(HistoryFilter.everything(), 1);
      return null;
    } catch (HistoryUnavailable e) {
      return e.getMessage();
    }
  }
}
