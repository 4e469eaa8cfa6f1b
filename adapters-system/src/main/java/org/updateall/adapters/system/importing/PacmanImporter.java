package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads the transactions that pacman, and everything built on its library, wrote into {@code
 * /var/log/pacman.log}, since pacman 5.2. Each begins once everything is downloaded, and lasts
 * until the last of the hooks after it began or printed something: lines of hooks that follow each
 * other within 15 minutes, before the next line of a program and the next transaction. How long the
 * last hook goes on in silence the log does not tell. Older versions gave times to the minute,
 * which is too coarse, and their lines are skipped. Nothing rotates the log by default; where
 * somebody has that done, the rotated files are read too.
 */
public final class PacmanImporter implements HistoryImporter {

  static final String ID = "pacman";

  private static final RotatedLog LOG = RotatedLog.of("/var/log", "pacman.log");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "transactions of pacman, without the download (/var/log/pacman.log)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return LOG.detect(machine);
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    LogReading reading = new LogReading(machine, since, sink);
    for (Path file : LOG.files(machine, sink)) {
      new PacmanLog(reading, machine.now()).read(file);
    }
  }
}
