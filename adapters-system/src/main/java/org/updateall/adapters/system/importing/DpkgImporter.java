package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads the calls of dpkg from {@code /var/log/dpkg.log} and its rotated files: how long it took to
 * unpack, to configure and to remove packages. Almost always apt called it, for a part of a
 * transaction. A log in which no line says that dpkg was started, as old versions wrote it, tells
 * nothing of calls, and is skipped.
 */
public final class DpkgImporter implements HistoryImporter {

  static final String ID = "dpkg";

  private static final RotatedLog LOG = RotatedLog.of("/var/log", "dpkg.log");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "how long dpkg took to unpack and to configure packages (/var/log/dpkg.log*)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return LOG.detect(machine);
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    LogReading reading = new LogReading(machine, since, sink);
    for (Path file : LOG.files(machine, sink)) {
      new DpkgLog(reading, new LocalTimes(machine.zone()), machine.now()).read(file);
    }
  }
}
