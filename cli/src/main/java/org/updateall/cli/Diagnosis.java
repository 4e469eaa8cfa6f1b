package org.updateall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.inspecting.ExaminedSource;
import org.updateall.application.inspecting.MachineExamination;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.updating.Applicability.Verdict;

/**
 * What was found on this machine, and what follows from it.
 *
 * @param examination what was found
 * @param historyProblem why the history cannot be used; absent if it can
 * @param database the file of the history
 * @param configuration the file that declares plugins
 * @param plugins the directory of executables that are plugins
 * @param logs the directory of logs
 * @param cache the directory of what can be had anew
 * @param lacks what is missing
 */
record Diagnosis(
    MachineExamination examination,
    @Nullable String historyProblem,
    KeptPlace database,
    KeptPlace configuration,
    KeptPlace plugins,
    KeptPlace logs,
    KeptPlace cache,
    List<Lack> lacks) {

  static final String HISTORY = "history";
  static final String PLUGINS = "plugins";
  static final String MEASURING = "measuring";
  static final String SOURCES = "past updates";
  static final String LOGS = "logs";

  Diagnosis {
    lacks = List.copyOf(lacks);
  }

  static Diagnosis of(
      Session session, MachineExamination examination, @Nullable String historyProblem) {
    KeptPlace database = KeptPlace.written(session.settings().database());
    KeptPlace logs = KeptPlace.written(session.locations().logs());
    List<Lack> lacks = new ArrayList<>();
    addHistory(lacks, session, examination, historyProblem, database);
    addLogs(lacks, logs);
    addPlugins(lacks, examination);
    examination
        .missingMeans()
        .forEach(means -> lacks.add(Lack.absent(MEASURING, means.lacking(), means.remedy())));
    addSources(lacks, examination.sources());
    return new Diagnosis(
        examination,
        historyProblem,
        database,
        KeptPlace.read(session.settings().plugins().configuration()),
        KeptPlace.read(session.settings().plugins().directory()),
        logs,
        KeptPlace.written(session.settings().plugins().cache()),
        lacks);
  }

  /** Whether something does not work. */
  boolean isBroken() {
    return lacks.stream().anyMatch(Lack::broken);
  }

  private static void addHistory(
      List<Lack> lacks,
      Session session,
      MachineExamination examination,
      @Nullable String problem,
      KeptPlace database) {
    if (problem != null) {
      lacks.add(
          Lack.broken(
              HISTORY, "it cannot be used", "do as is said above; update-all db check tells more"));
    } else if (database.obstacle() != null) {
      lacks.add(
          Lack.broken(
              HISTORY,
              "this user may not use " + database.obstacle(),
              "change its permissions, or name another place with --db"));
    } else if (session.settings().isLegacyHistory()) {
      lacks.add(
          Lack.absent(
              HISTORY,
              "a history.json in place of a database is deprecated",
              "update-all import " + database.path()));
    } else if (examination.history().isNotThereYet()) {
      lacks.add(Lack.absent(HISTORY, "there is none yet", beginning(examination.sources())));
    }
  }

  private static String beginning(List<ExaminedSource> sources) {
    boolean remembers =
        sources.stream()
            .anyMatch(each -> !each.onlyWhenNamed() && each.detection().state() == State.FOUND);
    return remembers
        ? "bring in what this machine remembers: update-all import --from-system"
        : "update-all run begins one, and so does update-all record";
  }

  private static void addLogs(List<Lack> lacks, KeptPlace logs) {
    Path obstacle = logs.obstacle();
    if (obstacle != null) {
      lacks.add(
          Lack.absent(LOGS, "this user may not write to " + obstacle, "change its permissions"));
    }
  }

  private static void addPlugins(List<Lack> lacks, MachineExamination examination) {
    for (FileRefused each : examination.refused()) {
      String place = each.place().isEmpty() ? "" : ", " + each.place();
      lacks.add(Lack.broken(PLUGINS, each.file() + place + ": " + each.reason(), each.remedy()));
    }
    if (examination.plugins().stream()
        .noneMatch(each -> each.applicability().verdict() == Verdict.APPLIES)) {
      lacks.add(
          Lack.absent(
              PLUGINS,
              "none applies to this machine",
              "declare one in config.yaml: docs/plugins.md"));
    }
  }

  private static void addSources(List<Lack> lacks, List<ExaminedSource> sources) {
    for (ExaminedSource each : sources) {
      if (each.detection().state() == State.UNREADABLE) {
        String reason = each.detection().remark();
        lacks.add(
            Lack.absent(
                SOURCES,
                "%s: %s".formatted(each.id(), reason == null ? "cannot be read" : reason),
                ReadingRemedy.of(each.detection().places())));
      }
    }
  }
}
