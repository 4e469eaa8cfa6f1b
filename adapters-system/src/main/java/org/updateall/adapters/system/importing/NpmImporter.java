package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads the logs that npm keeps of its last runs, ten of them mostly, in {@code .npm/_logs} of home
 * directories, and of these the runs that installed or updated global packages. As updated count
 * global packages, not what they bring with them.
 */
public final class NpmImporter implements HistoryImporter {

  static final String ID = "npm";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "the last updates of global packages by npm, with the download (~/.npm/_logs)";
  }

  /** It keeps the last ten. */
  @Override
  public boolean forgetsSoon() {
    return true;
  }

  @Override
  public Detection detect(SourceMachine machine) {
    Detection files = new SourceFiles(machine).detect(NpmLogs.files(machine));
    List<String> directories =
        files.places().stream()
            .map(file -> file.substring(0, file.lastIndexOf('/')))
            .distinct()
            .toList();
    return new Detection(files.state(), directories, files.remark());
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    NpmLogs logs = new NpmLogs(machine, new LogReading(machine, since, sink));
    for (Path home : machine.homes()) {
      logs.read(home);
    }
  }
}
