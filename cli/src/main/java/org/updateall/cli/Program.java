package org.updateall.cli;

import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.exchange.ExportChanged;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.LegacyFileChanged;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line, from its words to its exit code. */
final class Program {

  private final Surroundings surroundings;
  private final Function<Settings, UpdateAll> opening;

  Program(Surroundings surroundings) {
    this(surroundings, UpdateAll::open);
  }

  /**
   * @param opening opens what the commands work on
   */
  Program(Surroundings surroundings, Function<Settings, UpdateAll> opening) {
    this.surroundings = surroundings;
    this.opening = opening;
  }

  int run(String... arguments) {
    Option<Situation> situation = situation(arguments);
    KeptAnswers answers = new KeptAnswers(surroundings.locations().answers());
    Option<String> kept = situation.flatMap(answers::find);
    if (kept.isDefined()) {
      surroundings.out().println(kept.get());
      return ExitCode.DONE;
    }
    // An answer that changed something, such as by training, is of another situation than this.
    Consumer<String> answered =
        answer ->
            situation
                .filter(before -> situation(arguments).contains(before))
                .forEach(before -> answers.keep(before, answer));
    UpdateAllCommand root = new UpdateAllCommand(surroundings, opening, answered);
    Option<Callable<Integer>> familiar = FamiliarWords.command(root, arguments);
    try {
      return familiar.isDefined()
          ? call(root, familiar.get())
          : commandLine(root, arguments).execute(arguments);
    } catch (InvalidPathException e) {
      complain("no file can have the name " + e.getInput() + " in this locale");
      return ExitCode.WRONG_USAGE;
    }
  }

  /** As picocli does it. */
  private int call(UpdateAllCommand root, Callable<Integer> command) {
    root.beginLogging();
    try {
      return command.call();
    } catch (Exception e) {
      return explain(e);
    }
  }

  private Option<Situation> situation(String... arguments) {
    return Situation.now(surroundings, Instant.now(), List.of(arguments));
  }

  /** What reads that command line; nothing is run by making it. */
  CommandLine commandLine(UpdateAllCommand root, String... arguments) {
    return CommandLines.of(root, Subcommands.meantBy(arguments))
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(surroundings.allowsColor() ? Ansi.ON : Ansi.OFF))
        .setExecutionStrategy(parsed -> execute(root, parsed))
        .setParameterExceptionHandler((e, words) -> explainUsage(e))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e));
  }

  private static int execute(UpdateAllCommand root, ParseResult parsed) {
    Integer helpGiven = CommandLine.executeHelpRequest(parsed);
    if (helpGiven != null) {
      return helpGiven;
    }
    if (DoctorCommand.isMeantBy(parsed)) {
      root.beginLoggingWhereLogsAre();
    } else {
      root.beginLogging();
    }
    return new RunLast().execute(parsed);
  }

  private int explainUsage(ParameterException e) {
    complain(e);
    if (!UnmatchedArgumentException.printSuggestions(e, surroundings.err())) {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      surroundings.err().println("Try '" + command + " --help'.");
    }
    return ExitCode.WRONG_USAGE;
  }

  private int explain(Exception e) {
    Logger log = LoggerFactory.getLogger(Program.class);
    if (e instanceof UsageException) {
      complain(e);
      return ExitCode.WRONG_USAGE;
    }
    log.atError().setCause(e).log("command failed");
    if (e instanceof LegacyFileChanged || e instanceof ExportChanged) {
      complain(e);
      return ExitCode.FILE_REFUSED;
    }
    if (e instanceof HistoryUnavailable) {
      complain(e);
      return ExitCode.DATABASE_UNUSABLE;
    }
    if (e instanceof UncheckedIOException unchecked) {
      complain(Text.inWords(unchecked));
      return ExitCode.DATABASE_UNUSABLE;
    }
    complain(
        "internal error: %s. Please report it together with the log in %s."
            .formatted(e, surroundings.locations().logs()));
    return ExitCode.INTERNAL_ERROR;
  }

  private void complain(Exception e) {
    complain(String.valueOf(e.getMessage()));
  }

  private void complain(String message) {
    surroundings.complain(message);
  }
}
