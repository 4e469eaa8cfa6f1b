package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads the transactions that apt, and everything built on its library, wrote into {@code
 * /var/log/apt/history.log} and its rotated files. Each begins once everything is downloaded. As
 * updated count the packages that were installed, upgraded, installed again or downgraded: none
 * where a transaction only removed some, and an unknown number where it failed. What
 * unattended-upgrades only rehearsed stands there as well, and is left out.
 */
public final class AptImporter implements HistoryImporter {

  static final String ID = "apt";

  private static final RotatedLog LOG = RotatedLog.of("/var/log/apt", "history.log");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "transactions of apt, without the download (/var/log/apt/history.log*)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return LOG.detect(machine);
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    LogReading reading = new LogReading(machine, since, sink);
    for (Path file : LOG.files(machine, sink)) {
      new AptHistory(reading, new LocalTimes(machine.zone())).read(file);
    }
  }
}
