package org.updateall.adapters.system.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.ProgramOutput.Ending;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * Asks this machine's snapd for the refreshes that it remembers, with their downloads: {@code snap
 * changes} lists them, and {@code snap change} the tasks of each. It forgets them about a day after
 * they ended.
 */
public final class SnapImporter implements HistoryImporter {

  static final String ID = "snap";
  static final String PLACE = "snap changes";

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MAX_CHANGES = 10_000;
  private static final String NONE = "no changes found";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "refreshes of snaps in the last day, with the download (snap changes)";
  }

  /** snapd forgets a change after a day. */
  @Override
  public boolean forgetsSoon() {
    return true;
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return machine.isThisOne() && machine.programs().has("snap")
        ? Detection.found(List.of(PLACE))
        : Detection.absent();
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    if (!machine.isThisOne() || !machine.programs().has("snap")) {
      return;
    }
    LogReading reading = new LogReading(machine, since, sink);
    for (SnapChange change : refreshes(machine, sink)) {
      boolean wanted = since == null || !change.start().isBefore(since);
      if (wanted && change.isToBeTaken(reading)) {
        sink.take(change.sighting(tasks(machine, change, sink)));
      }
    }
  }

  private static List<SnapChange> refreshes(SourceMachine machine, SightingSink sink) {
    List<SnapChange> found = new ArrayList<>();
    Ending ending =
        machine
            .programs()
            .lines(
                List.of("snap", "changes", "--abs-time"),
                LIMIT,
                line -> {
                  if (found.size() < MAX_CHANGES) {
                    SnapChange.of(line).filter(SnapChange::isRefresh).forEach(found::add);
                  }
                });
    if (ending.exitCode() != 0 && !ending.error().contains(NONE)) {
      sink.skip(new SkippedRecord(PLACE, null, failure(ending)));
    }
    return found;
  }

  private static SnapTasks tasks(SourceMachine machine, SnapChange change, SightingSink sink) {
    SnapTasks tasks = new SnapTasks();
    List<String> command = List.of("snap", "change", change.id(), "--abs-time");
    Ending ending = machine.programs().lines(command, LIMIT, tasks::add);
    if (ending.exitCode() == 0) {
      return tasks;
    }
    sink.skip(new SkippedRecord("snap change " + change.id(), null, failure(ending)));
    return new SnapTasks();
  }

  private static String failure(Ending ending) {
    return "cannot be read: snap ended with %d: %s"
        .formatted(ending.exitCode(), PlainText.of(ending.error()));
  }
}
