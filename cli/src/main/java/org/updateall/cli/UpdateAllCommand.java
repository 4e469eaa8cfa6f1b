package org.updateall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.PluginLocations;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands, with the options that they share. */
@Command(
    name = "update-all",
    description = {
      "Remembers what updating this machine took, and says how long, how heavy and how sure the "
          + "next run will be."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a check found something, a plugin failed, or a named thing is not known",
      "2:wrong usage",
      "3:a file to be read, or a place to write to, was refused",
      "4:the database, or a file that it needs, cannot be used",
      "70:a defect of the program itself",
      "100:updates wait (check --exit-code)",
      "130:interrupted"
    },
    footer = {
      "",
      "Examples:",
      "  update-all estimate",
      "  update-all run --dry-run",
      "  update-all help estimate"
    })
final class UpdateAllCommand implements Runnable {

  /** How log records are written. */
  enum LogFormat {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  private final Function<Settings, UpdateAll> opening;
  private final Consumer<String> answered;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--db",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "The database (default: $XDG_DATA_HOME/update-all/history.duckdb, else "
              + "~/.local/share/update-all/history.duckdb). A FILE that ends in .json is kept as "
              + "the Python update-all keeps it, which is deprecated.")
  private @Nullable Path database;

  @Option(
      names = "--db-memory",
      paramLabel = "SIZE",
      scope = ScopeType.INHERIT,
      converter = MemorySize.class,
      description =
          "How much memory the database engine may use, such as 1GB or 256MiB (default: 512MB).")
  private @Nullable Long databaseMemory;

  @Option(
      names = "--db-threads",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "How many threads it may use (default: 2).")
  private @Nullable Integer databaseThreads;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object instead of tables.")
  private boolean json;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, as with a non-empty NO_COLOR.")
  private boolean noColor;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No progress and no remarks: results and errors only.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log in detail; backtest tells of every series.")
  private boolean verbose;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      scope = ScopeType.INHERIT,
      description =
          "How to log to $XDG_STATE_HOME/update-all/logs (default: ~/.local/state/...): as text, "
              + "the default, or as JSON lines.")
  private LogFormat logFormat = LogFormat.TEXT;

  /**
   * @param opening opens what the commands work on
   * @param answered is told what was answered that can be answered again
   */
  UpdateAllCommand(
      Surroundings surroundings, Function<Settings, UpdateAll> opening, Consumer<String> answered) {
    this.surroundings = surroundings;
    this.opening = opening;
    this.answered = answered;
  }

  /** Sets what picocli would set. */
  void choose(boolean asJson, boolean quietly) {
    json = asJson;
    quiet = quietly;
  }

  /** Says that a question was answered, and that it would be answered so again. */
  void answered(String answer) {
    answered.accept(answer);
  }

  /** What a command works with, once the command line is read. */
  Session session() {
    return new Session(
        surroundings,
        opening,
        settings(),
        new Manner(json, surroundings.allowsColor() && !noColor, quiet, verbose));
  }

  private Settings settings() {
    Settings settings =
        Settings.of(database == null ? surroundings.locations().database() : database)
            .withPlugins(PluginLocations.of(surroundings.locations(), surroundings.environment()));
    settings = with(databaseMemory, "--db-memory", settings, Settings::withMemoryLimit);
    return with(databaseThreads, "--db-threads", settings, Settings::withThreads);
  }

  /**
   * @throws UsageException if that value cannot be
   */
  private static <T> Settings with(
      @Nullable T value,
      String option,
      Settings settings,
      BiFunction<Settings, T, Settings> change) {
    try {
      return value == null ? settings : change.apply(settings, value);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  void beginLogging() {
    Logging.begin(surroundings.locations().logs(), logFormat == LogFormat.JSON, verbose);
  }

  /** Logs where there are logs already, and makes none. */
  void beginLoggingWhereLogsAre() {
    if (Files.isDirectory(surroundings.locations().logs())) {
      beginLogging();
    } else {
      Logging.none();
    }
  }

  /** Without a command there is only help to give. */
  @Override
  public void run() {
    spec.commandLine().usage(surroundings.out());
  }
}
