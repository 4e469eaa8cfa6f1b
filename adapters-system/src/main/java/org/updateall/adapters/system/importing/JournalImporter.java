package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.ProgramOutput.Ending;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/**
 * Asks systemd's journal when the units ran that update a machine by a timer, how that ended, and
 * what they used: the journal alone remembers CPU time, memory and I/O of past updates. The journal
 * of another machine's tree is read with this machine's journalctl. Only what systemd itself wrote
 * counts, since any user may write anything else into the journal.
 */
public final class JournalImporter implements HistoryImporter {

  static final String ID = "journal";
  static final String PROGRAM = "journalctl";
  static final String DIRECTORY = "/var/log/journal";

  static final String HIDDEN =
      "this user does not see the messages of the system; users in the groups adm and"
          + " systemd-journal do";

  private static final String CLOSED = "insufficient permissions";

  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "automatic updates with their CPU time, memory and I/O (systemd's journal)";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    List<String> places = List.of(place(machine));
    if (!machine.isThisOne() && !isDirectoryOf(machine)) {
      return Detection.absent();
    }
    if (!machine.programs().has(PROGRAM)) {
      return machine.isThisOne()
          ? Detection.absent()
          : Detection.unreadable(places, "is read with journalctl, which is not here");
    }
    Ending ending = look(machine);
    if (isEmpty(ending)) {
      return Detection.absent();
    }
    if (ending.error().contains(CLOSED)) {
      return Detection.unreadable(places, HIDDEN);
    }
    return isHidden(ending) ? Detection.found(places).remarking(HIDDEN) : Detection.found(places);
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    boolean there = machine.isThisOne() || isDirectoryOf(machine);
    if (!there || !machine.programs().has(PROGRAM)) {
      return;
    }
    LogReading reading = new LogReading(machine, since, sink);
    reading.of(place(machine));
    if (isHidden(look(machine))) {
      reading.skip(null, HIDDEN);
    }
    JournalRuns runs = new JournalRuns(reading);
    Ending ending = machine.programs().lines(command(machine, entries()), LIMIT, runs::add);
    runs.end();
    if (hasFailed(ending)) {
      reading.skip(
          null,
          "cannot be read to its end: journalctl ended with %d: %s"
              .formatted(ending.exitCode(), PlainText.of(ending.error())));
    }
  }

  /** Asks for one entry as text: where entries are asked for as JSON, no hint is given. */
  private static Ending look(SourceMachine machine) {
    return machine
        .programs()
        .lines(command(machine, List.of("--lines=1", "-o", "short")), LOOK, line -> {});
  }

  /** Whether this machine's journal holds messages that this user does not see. */
  static boolean isHiddenOn(SourceMachine machine) {
    return machine.programs().has(PROGRAM) && isHidden(look(machine));
  }

  private static String place(SourceMachine machine) {
    return machine.isThisOne() ? PROGRAM : DIRECTORY;
  }

  private static boolean isDirectoryOf(SourceMachine machine) {
    Path directory = machine.at(DIRECTORY);
    try {
      return Files.isDirectory(directory)
          && directory.toRealPath().startsWith(machine.root().toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> command(SourceMachine machine, List<String> rest) {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    if (!machine.isThisOne()) {
      command.addAll(List.of("-D", machine.at(DIRECTORY).toString()));
    }
    command.add("--no-pager");
    command.addAll(rest);
    return command;
  }

  /** Different fields must all match, and of one field any of its values. */
  private static List<String> entries() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-o",
                "json",
                "--output-fields=" + String.join(",", JournalEntry.FIELDS),
                "_PID=1"));
    Arrays.stream(JournalUnit.values()).map(u -> "UNIT=" + u.unitName()).forEach(arguments::add);
    Arrays.stream(JournalMessage.values()).map(m -> "MESSAGE_ID=" + m.id()).forEach(arguments::add);
    return arguments;
  }

  private static boolean isHidden(Ending ending) {
    return ending.error().contains("not seeing messages") || ending.error().contains(CLOSED);
  }

  private static boolean isEmpty(Ending ending) {
    return ending.error().contains("No journal files were found");
  }

  /** Some versions exit with 1, and say nothing, where no entry matches. */
  private static boolean hasFailed(Ending ending) {
    boolean nothingMatched = ending.exitCode() == 1 && ending.error().isBlank();
    return ending.exitCode() != 0 && !nothingMatched && !isHidden(ending) && !isEmpty(ending);
  }
}
