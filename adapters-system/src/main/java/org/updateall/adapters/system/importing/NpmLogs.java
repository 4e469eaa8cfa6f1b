package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SourceMachine;

/**
 * The logs that npm leaves in a home directory: one to five files for each run, named after the
 * time at which it began, and last written to when it ended. Old versions, such as 6, wrote one
 * file without a number when they ended, named after that time; when such a run began nobody knows.
 */
final class NpmLogs {

  static final String DIRECTORY = ".npm/_logs";

  /** Between the runs' own times and that of the last writing no run of npm lies. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern NAMES =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d_\\d\\d_\\d\\d_\\d{3}Z-debug(?:-\\d{1,3})?\\.log");
  private static final int STAMP_LENGTH = "2026-11-28T15_58_57_703Z".length();
  private static final int OLD_LENGTH = STAMP_LENGTH + "-debug.log".length();

  private final SourceMachine machine;
  private final LogReading reading;

  NpmLogs(SourceMachine machine, LogReading reading) {
    this.machine = machine;
    this.reading = reading;
  }

  /** The files in the home directories of that machine, in no particular order. */
  static List<Path> files(SourceMachine machine) {
    SourceFiles files = new SourceFiles(machine);
    return machine.homes().stream()
        .flatMap(home -> files.in(home.resolve(DIRECTORY), NAMES).stream())
        .toList();
  }

  /** Hands on what the logs in that home directory tell. */
  void read(Path home) {
    SortedMap<String, SortedMap<String, Path>> runs = new TreeMap<>();
    for (Path file : new SourceFiles(machine).in(home.resolve(DIRECTORY), NAMES)) {
      String name = file.getFileName().toString();
      runs.computeIfAbsent(name.substring(0, STAMP_LENGTH), stamp -> new TreeMap<>())
          .put(name, file);
    }
    runs.forEach((stamp, files) -> read(stamp, List.copyOf(files.values())));
  }

  private void read(String stamp, List<Path> files) {
    NpmRun run = new NpmRun();
    for (Path file : files) {
      if (!reading.eachLine(file, (line, number) -> run.add(line))) {
        return;
      }
    }
    Path last = files.get(files.size() - 1);
    Instant start = instant(stamp);
    if (start == null) {
      reading.skip(null, "has no date that can be read");
    } else if (last.getFileName().toString().length() == OLD_LENGTH) {
      reading.skip(null, "was written by an old npm, which does not say when it began");
    } else if (!run.isGlobalUpdate()) {
      reading.skip(null, "is no installation or update of global packages");
    } else {
      take(run, stamp, start, last);
    }
  }

  private void take(NpmRun run, String stamp, Instant start, Path last) {
    if (run.exitCode().isEmpty()) {
      takeUnended(run, stamp, start);
      return;
    }
    Instant end = lastWritten(last);
    if (end == null) {
      reading.skip(null, "no longer says when it was last written to");
    } else if (end.isAfter(start.plus(LONGEST))) {
      reading.skip(null, "was written to more than a day after npm began: it is a copy");
    } else if (reading.believes(null, start, end)) {
      boolean succeeded = run.exitCode().contains(0);
      Sighting.Builder builder =
          builder(stamp)
              .exitCode(run.exitCode().get())
              .packagesUpdated(succeeded ? run.packages().getOrNull() : null)
              .errorMessage(succeeded ? null : run.error().getOrNull());
      reading.take(
          null,
          builder.ended(succeeded ? ExecutionStatus.SUCCESS : ExecutionStatus.FAILED, start, end));
    }
  }

  private void takeUnended(NpmRun run, String stamp, Instant start) {
    if (!reading.believes(null, start, null)) {
      return;
    }
    if (reading.mayBeUnderWay(start)) {
      reading.skip(null, "has no end yet and may still be under way");
    } else {
      reading.take(null, builder(stamp).errorMessage(run.error().getOrNull()).cutOff(start));
    }
  }

  /** In its own name npm tells runs apart to the millisecond. */
  private static Sighting.Builder builder(String stamp) {
    return Sighting.builder(NpmImporter.ID, stamp, new PluginName("npm"), Extent.SESSION);
  }

  private static @Nullable Instant lastWritten(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return null;
    }
  }

  /** That of a name such as {@code 2026-11-28T15_58_57_703Z}; absent where it is none. */
  private static @Nullable Instant instant(String stamp) {
    String date = stamp.substring(0, 11);
    String time = stamp.substring(11, 19).replace('_', ':');
    try {
      return Instant.parse(date + time + '.' + stamp.substring(20));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
