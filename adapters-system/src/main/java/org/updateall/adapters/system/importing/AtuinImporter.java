package org.updateall.adapters.system.importing;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * Reads the updates that people typed into their shells, where atuin keeps these lines. No line is
 * kept or told of, whatever it is.
 */
public final class AtuinImporter implements HistoryImporter {

  private static final String FILE = ".local/share/atuin/history.db";

  /** Leaves most lines where they are; which of the others are updates is looked at closely. */
  private static final String MENTIONS_A_TOOL =
      UpdateTool.programs().stream()
          .map("instr(command, '%s') > 0"::formatted)
          .collect(joining(" OR "));

  @Override
  public String id() {
    return "atuin";
  }

  @Override
  public String description() {
    return "update commands in the shell history of atuin, from ~/" + FILE;
  }

  @Override
  public boolean onlyWhenNamed() {
    return true;
  }

  @Override
  public Detection detect(SourceMachine machine) {
    List<Detection> found =
        sources(machine).stream()
            .map(SqliteSource::detect)
            .filter(each -> each.state() != State.ABSENT)
            .toList();
    List<Detection> readable = found.stream().filter(each -> each.state() == State.FOUND).toList();
    if (readable.isEmpty()) {
      return found.isEmpty() ? Detection.absent() : found.get(0);
    }
    return Detection.found(readable.stream().flatMap(each -> each.places().stream()).toList());
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    List<SqliteSource> sources =
        sources(machine).stream()
            .filter(source -> source.detect().state() != State.ABSENT)
            .toList();
    if (sources.isEmpty()) {
      return;
    }
    Set<String> names = HostNames.of(machine);
    for (SqliteSource source : sources) {
      if (names.isEmpty()) {
        sink.skip(new SkippedRecord(source.place(), null, "the machine's own name is not known"));
      } else {
        AtuinEntries entries =
            new AtuinEntries(id(), source.place(), names, machine.now(), since, sink);
        read(source, sink, entries);
      }
    }
  }

  private static void read(SqliteSource source, SightingSink sink, AtuinEntries entries) {
    source.read(
        sink,
        database -> {
          database.require("history", "id", "timestamp", "duration", "exit", "command", "hostname");
          String notDeleted =
              database.has("history", "deleted_at") ? " AND deleted_at IS NULL" : "";
          database.each(
              "SELECT id, timestamp, duration, exit, command, hostname FROM history WHERE ("
                  + MENTIONS_A_TOOL
                  + ")"
                  + notDeleted,
              entries::row);
        });
  }

  private static List<SqliteSource> sources(SourceMachine machine) {
    return machine.homes().stream().map(home -> new SqliteSource(machine, file(home))).toList();
  }

  private static Path file(Path home) {
    return home.resolve(FILE);
  }
}
