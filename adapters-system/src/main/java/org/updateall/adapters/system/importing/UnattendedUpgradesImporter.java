package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads the runs of Debian's and Ubuntu's unattended-upgrades, with their downloads, from {@code
 * /var/log/unattended-upgrades/unattended-upgrades.log} and its rotated files. Runs that found
 * nothing to do are checks; runs that only download say nothing of their end and are skipped. Its
 * messages are understood in English alone.
 */
public final class UnattendedUpgradesImporter implements HistoryImporter {

  static final String ID = "unattended-upgrades";

  private static final RotatedLog LOG =
      RotatedLog.of("/var/log/unattended-upgrades", "unattended-upgrades.log");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "automatic updates, with the download (/var/log/unattended-upgrades)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return LOG.detect(machine);
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    LogReading reading = new LogReading(machine, since, sink);
    for (Path file : LOG.files(machine, sink)) {
      new UnattendedLog(reading, new LocalTimes(machine.zone()), machine.now()).read(file);
    }
  }
}
