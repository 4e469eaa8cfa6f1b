package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.importing.SightedStep;

/**
 * What {@code snap change ID --abs-time} prints: a table of tasks, and below it what they logged.
 * The table tells when each task ended, but not when its work began, since snapd creates all tasks
 * at once; so the download is told apart only where one snap alone was downloaded.
 */
final class SnapTasks {

  private static final Pattern ROW =
      Pattern.compile("([A-Za-z]+) +[0-9T:+Z-]{20,25} +([0-9T:+Z-]{1,25}) +(.*)");
  private static final Pattern ERROR = Pattern.compile("[0-9T:+Z-]{20,25} ERROR (.*)");

  private final List<Instant> downloads = new ArrayList<>();
  private int downloading;
  private int updated;
  private boolean seen;
  private @Nullable String error;

  /** Takes the next line. */
  void add(String line) {
    Matcher row = ROW.matcher(line);
    Matcher logged = ERROR.matcher(line);
    if (error == null && logged.matches()) {
      error = PlainText.of(logged.group(1));
    } else if (row.matches()) {
      seen = true;
      task(row.group(1), row.group(2), row.group(3));
    }
  }

  private void task(String status, String ready, String summary) {
    boolean done = status.equals("Done");
    if (summary.startsWith("Download snap ")) {
      downloading++;
      SnapChange.time(ready).filter(time -> done).forEach(downloads::add);
    } else if (done
        && summary.startsWith("Make snap ")
        && summary.endsWith(" available to the system")) {
      updated++;
    }
  }

  /** How many snaps have a new revision; none where no task was listed. */
  Option<Integer> updated() {
    return Option.when(seen, updated);
  }

  /** The first error that a task logged. */
  Option<String> error() {
    return Option.of(error);
  }

  /** Download and installation, where they follow each other; else nothing. */
  List<SightedStep> steps(Instant start, Instant end) {
    if (downloading != 1 || downloads.size() != 1) {
      return List.of();
    }
    Instant downloaded = downloads.get(0);
    if (downloaded.isBefore(start) || downloaded.isAfter(end)) {
      return List.of();
    }
    return List.of(
        SightedStep.between("download", StepPhase.DOWNLOAD, start, downloaded),
        SightedStep.between("refresh", StepPhase.EXECUTE, downloaded, end));
  }
}
