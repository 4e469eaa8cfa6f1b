package org.updateall.bootstrap;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/**
 * What {@link UpdateAll} is opened with.
 *
 * @param database the file of the history; made by the first thing stored. A DuckDB database, or,
 *     where its name ends in {@code .json}, a history of the Python update-all
 * @param hostname the name of this machine in the history
 * @param clock tells the time of storing and training
 */
public record Settings(Path database, String hostname, Clock clock) {

  private static final Path KERNEL_HOSTNAME = Path.of("/proc/sys/kernel/hostname");

  public Settings {
    requireNonNull(database, "database");
    requireNonNull(hostname, "hostname");
    requireNonNull(clock, "clock");
  }

  /** This machine, its clock, and a history in that file. */
  public static Settings of(Path database) {
    return new Settings(database, thisHost(), Clock.systemUTC());
  }

  public Settings withHostname(String name) {
    return new Settings(database, name, clock);
  }

  public Settings withClock(Clock other) {
    return new Settings(database, hostname, other);
  }

  /**
   * Whether the history is kept in a {@code history.json}, as the Python update-all has it, instead
   * of in a database: its file name ends in {@code .json}. That is deprecated.
   */
  public boolean isLegacyHistory() {
    return database.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** Where copies of imported files are kept: beside the database. */
  public Path backupDirectory() {
    return database.toAbsolutePath().resolveSibling("legacy-backups");
  }

  private static String thisHost() {
    try {
      if (Files.isReadable(KERNEL_HOSTNAME)) {
        String name = Files.readString(KERNEL_HOSTNAME).strip();
        return name.isEmpty() ? "localhost" : name;
      }
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    } catch (IOException e) {
      throw new UncheckedIOException("the name of this machine cannot be read", e);
    }
  }
}
