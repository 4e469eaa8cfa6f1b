package org.updateall.adapters.system.importing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Asks this machine's flatpak when applications and runtimes were put in place. Changes are logged
 * when they are done, so that an update of several is known from the end of the first to the end of
 * the last; the downloads of all but the first lie in between.
 */
public final class FlatpakImporter implements HistoryImporter {

  static final String ID = "flatpak";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "updates of several applications and runtimes at once (flatpak history)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    if (!isThere(machine)) {
      return Detection.absent();
    }
    Detection found = Detection.found(List.of(FlatpakHistory.PLACE));
    return JournalImporter.isHiddenOn(machine) ? found.remarking(JournalImporter.HIDDEN) : found;
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    if (!isThere(machine)) {
      return;
    }
    LogReading reading = new LogReading(machine, since, sink);
    reading.of(FlatpakHistory.PLACE);
    if (JournalImporter.isHiddenOn(machine)) {
      reading.skip(null, JournalImporter.HIDDEN);
    }
    LocalTimes times = new LocalTimes(machine.zone());
    FlatpakUpdates updates = new FlatpakUpdates(reading, machine.now());
    new FlatpakHistory(machine, reading)
        .deployed(firstYear(machine, since))
        .forEach(time -> updates.add(times.next(time)));
    updates.end();
  }

  /** An update may have begun in the night of New Year's Eve. */
  private static int firstYear(SourceMachine machine, @Nullable Instant since) {
    return since == null
        ? FlatpakHistory.FIRST_YEAR
        : ZonedDateTime.ofInstant(since, machine.zone()).minusDays(1).getYear();
  }

  private static boolean isThere(SourceMachine machine) {
    return machine.isThisOne() && machine.programs().has("flatpak");
  }
}
