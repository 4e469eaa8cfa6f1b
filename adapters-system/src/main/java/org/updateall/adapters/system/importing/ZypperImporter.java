package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads what zypper, and everything built on libzypp, wrote into {@code /var/log/zypp/history} and
 * its rotated files: from the line of a command, as a rule written once everything is downloaded,
 * or the first package where there is none, to the last package that was installed or removed
 * before the next command. After an hour without a package the same program has begun something
 * else. What is done after the last package the history does not tell, and no exit code: only a
 * package that rpm refused makes it a failure.
 */
public final class ZypperImporter implements HistoryImporter {

  static final String ID = "zypper";

  private static final RotatedLog LOG = RotatedLog.of("/var/log/zypp", "history");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "packages that zypper installed and removed (/var/log/zypp/history*)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return LOG.detect(machine);
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    LogReading reading = new LogReading(machine, since, sink);
    for (Path file : LOG.files(machine, sink)) {
      new ZypperHistory(reading, new LocalTimes(machine.zone()), machine.now()).read(file);
    }
  }
}
