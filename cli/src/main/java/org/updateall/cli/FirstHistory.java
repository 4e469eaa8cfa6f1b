package org.updateall.cli;

import java.nio.file.Files;
import java.util.List;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.importing.HistoryImporter;
import picocli.CommandLine.Option;

/** Where there is no history yet: offers to bring in what this machine remembers of its updates. */
final class FirstHistory {

  @Option(
      names = {"-y", "--yes"},
      description =
          "Where there is no history yet, bring in what this machine's logs remember of past updates "
              + "without asking.")
  private boolean yes;

  /** What has come of it. */
  enum Outcome {
    /** There is a history, or there is one now. */
    THERE,
    /** There is none, and nothing was brought in. */
    NONE,
    /** There is none, and this machine was found to remember nothing, as it was asked to tell. */
    NOTHING_REMEMBERED
  }

  /** Offers it to whoever can be asked; says where it can be had to whoever cannot. */
  Outcome offer(Session session, UpdateAll updateAll) {
    if (!updateAll.hosts().isEmpty()) {
      return Outcome.THERE;
    }
    updateAll.letGo();
    List<String> sources =
        updateAll.historyImporters(updateAll.thisMachine(session.home())).stream()
            .map(HistoryImporter::id)
            .toList();
    if (sources.isEmpty()) {
      return nothing(session);
    }
    String named = String.join(", ", sources);
    boolean wanted =
        yes
            || session
                .confirms(
                    "There is no history yet, but this machine remembers past updates (%s). Bring them in?"
                        .formatted(named))
                .getOrElse(false);
    if (wanted) {
      return bringIn(session, updateAll);
    }
    session.remark(
        "There is no history yet, but this machine remembers past updates (%s).".formatted(named)
            + " To bring them in: update-all import --from-system");
    return Outcome.NONE;
  }

  private Outcome nothing(Session session) {
    if (Files.exists(session.locations().legacyHistory())) {
      session.remark(
          "There is an old history: to bring it in, update-all import "
              + session.locations().legacyHistory());
    }
    if (!yes) {
      return Outcome.NONE;
    }
    session.remark("This machine has no log of past updates that could be read.");
    return Outcome.NOTHING_REMEMBERED;
  }

  private static Outcome bringIn(Session session, UpdateAll updateAll) {
    SystemImportReport report = SystemHistory.ofThisMachine().importInto(session, updateAll);
    session.remark(
        "%s that this machine remembers brought in (update-all import --from-system tells more)."
            .formatted(Count.of(report.addedInAll(), "update")));
    return report.addedInAll() > 0 ? Outcome.THERE : Outcome.NOTHING_REMEMBERED;
  }
}
