package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads how long updates took that people typed into zsh, from the histories in home directories;
 * only where somebody asks for it by name. The time is that of the whole command, with the download
 * and with any waiting for an answer; whether it succeeded zsh does not say, and it is taken for
 * granted. Of everything else in a history nothing is told, and of what was typed nothing is kept.
 */
public final class ZshImporter implements HistoryImporter {

  static final String ID = "zsh-history";

  private static final Pattern NAMES = Pattern.compile("\\.(?:zsh_history|zhistory|histfile)");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "updates that people typed into zsh (~/.zsh_history), only those and only their times";
  }

  @Override
  public boolean onlyWhenNamed() {
    return true;
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return new SourceFiles(machine).detect(histories(machine));
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    LogReading reading = new LogReading(machine, since, sink);
    for (Path file : histories(machine)) {
      ZshHistory history = new ZshHistory(reading);
      if (reading.eachLineOf(file, UnmetafiedStream::new, history::add)) {
        history.end();
      }
    }
  }

  private static List<Path> histories(SourceMachine machine) {
    SourceFiles files = new SourceFiles(machine);
    return machine.homes().stream().flatMap(home -> files.in(home, NAMES).stream()).toList();
  }
}
