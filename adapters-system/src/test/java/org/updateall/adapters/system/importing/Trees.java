package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/** Machines for tests, of which a folder holds the files. */
final class Trees {

  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Trees() {}

  static SourceMachine machine(Path root, Path... homes) {
    return new SourceMachine(
        root, List.of(homes), ZoneId.of("Europe/Berlin"), NOW, ScriptedPrograms.none());
  }

  static List<String> reasons(CollectedSightings collected) {
    return collected.skipped().stream().map(SkippedRecord::reason).toList();
  }
}
