package org.updateall.adapters.system.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * A log that lies in a directory together with what logrotate left of it: {@code x.log}, {@code
 * x.log.1}, {@code x.log.2.gz}, {@code x.log-20261101.gz}.
 *
 * @param directory as the machine calls it
 * @param names matches the names of its files
 */
record RotatedLog(String directory, Pattern names) {

  private static final String ROTATION = "(?:[.-]\\d{1,9})?(?:\\.(?:gz|xz|bz2|zst|lzma|lz4))?";
  private static final String CLOSED = "may not be looked into by this user";

  /** The log of that name. */
  static RotatedLog of(String directory, String name) {
    return new RotatedLog(directory, Pattern.compile(Pattern.quote(name) + ROTATION));
  }

  /** Whether the machine has it, and whether it may be read. */
  Detection detect(SourceMachine machine) {
    if (isClosed(machine)) {
      return Detection.unreadable(List.of(directory), CLOSED);
    }
    SourceFiles files = new SourceFiles(machine);
    return files.detect(files.in(directory, names));
  }

  /** Its files, oldest first; where nobody may look for them, that is skipped and said. */
  List<Path> files(SourceMachine machine, SightingSink sink) {
    if (isClosed(machine)) {
      sink.skip(new SkippedRecord(directory, null, CLOSED));
    }
    return new SourceFiles(machine).in(directory, names);
  }

  private boolean isClosed(SourceMachine machine) {
    Path here = machine.at(directory);
    return Files.isDirectory(here) && !(Files.isReadable(here) && Files.isExecutable(here));
  }
}
