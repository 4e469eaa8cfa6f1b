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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.DuckDbSettings;
import org.updateall.adapters.duckdb.EngineSettings;

/**
 * What {@link UpdateAll} is opened with.
 *
 * @param database the file of the history; made by the first thing stored. A DuckDB database, or,
 *     where its name ends in {@code .json}, a history of the Python update-all
 * @param hostname the name of this machine in the history
 * @param clock tells the time of storing and training
 * @param memoryLimit how many bytes of memory the database engine may use; 512 MB unless told
 * @param threads how many threads it may use; 2 unless told
 * @param remarks is told, in a sentence for a user, who is waited for when that takes more than a
 *     second; by whichever thread waits
 * @param plugins where plugins are looked for; the standard locations unless told
 */
public record Settings(
    Path database,
    String hostname,
    Clock clock,
    long memoryLimit,
    int threads,
    Consumer<String> remarks,
    PluginLocations plugins) {

  /** What the JVM calls a user whose name it does not find. */
  private static final String NAMELESS = "?";

  private static final Path KERNEL_HOSTNAME = Path.of("/proc/sys/kernel/hostname");

  /**
   * @throws IllegalArgumentException if the memory is below 64 MB, or the threads are not from 1 to
   *     256
   */
  public Settings {
    requireNonNull(database, "database");
    requireNonNull(hostname, "hostname");
    requireNonNull(clock, "clock");
    requireNonNull(remarks, "remarks");
    requireNonNull(plugins, "plugins");
    EngineSettings unused = new EngineSettings(memoryLimit, threads);
  }

  /** This machine, its clock, and a history in that file. */
  public static Settings of(Path database) {
    EngineSettings engine = EngineSettings.DEFAULTS;
    return new Settings(
        database,
        thisHost(),
        Clock.systemUTC(),
        engine.memoryLimit(),
        engine.threads(),
        remark -> {},
        PluginLocations.standard());
  }

  public Settings withHostname(String name) {
    return new Settings(database, name, clock, memoryLimit, threads, remarks, plugins);
  }

  public Settings withClock(Clock other) {
    return new Settings(database, hostname, other, memoryLimit, threads, remarks, plugins);
  }

  public Settings withMemoryLimit(long bytes) {
    return new Settings(database, hostname, clock, bytes, threads, remarks, plugins);
  }

  public Settings withThreads(int count) {
    return new Settings(database, hostname, clock, memoryLimit, count, remarks, plugins);
  }

  public Settings withRemarks(Consumer<String> listener) {
    return new Settings(database, hostname, clock, memoryLimit, threads, listener, plugins);
  }

  public Settings withPlugins(PluginLocations locations) {
    return new Settings(database, hostname, clock, memoryLimit, threads, remarks, locations);
  }

  DuckDbSettings databaseSettings() {
    return new DuckDbSettings(
        database,
        DuckDbSettings.DEFAULT_PATIENCE,
        new EngineSettings(memoryLimit, threads),
        remarks);
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

  /** Who this process belongs to, where the system has a name for that. */
  static @Nullable String thisUser() {
    String name = System.getProperty("user.name", NAMELESS);
    return name.isBlank() || name.equals(NAMELESS) ? null : name;
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
