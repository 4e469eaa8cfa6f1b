package org.updateall.cli;

import io.vavr.control.Option;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.StandardLocations;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.metering.OutputListener;

/** What a command works with: the history it was pointed at, and the reader it speaks to. */
final class Session {

  private static final int MOST_REFUSALS = 10;
  private static final Pattern YES = Pattern.compile("y|yes", Pattern.CASE_INSENSITIVE);

  private final Surroundings surroundings;
  private final Function<Settings, UpdateAll> opening;
  private final Settings settings;
  private final Manner manner;

  Session(
      Surroundings surroundings,
      Function<Settings, UpdateAll> opening,
      Settings settings,
      Manner manner) {
    this.surroundings = surroundings;
    this.opening = opening;
    this.settings = settings.withRemarks(this::announce);
    this.manner = manner;
  }

  Settings settings() {
    return settings;
  }

  /**
   * Opens the history. Runs that wait for it are stored first, unless somebody else uses it.
   *
   * @throws UsageException if there can be no database of that name
   */
  UpdateAll open() {
    if (settings.isLegacyHistory()) {
      remark(
          "A history.json in place of the database is deprecated. To bring it into the database:"
              + " update-all import "
              + settings.database());
    }
    UpdateAll updateAll = openWithoutHistory();
    Journal.settle(this, updateAll);
    return updateAll;
  }

  /**
   * Opens what needs no history; nothing is stored first.
   *
   * @throws UsageException if there can be no database of that name
   */
  UpdateAll openWithoutHistory() {
    try {
      return opening.apply(settings);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--db: " + e.getMessage());
    }
  }

  StandardLocations locations() {
    return surroundings.locations();
  }

  /** The user's home directory. */
  Path home() {
    return surroundings.home();
  }

  /**
   * Asks the person at the terminal.
   *
   * @return what is answered; none where nobody is to be asked
   */
  Option<Boolean> confirms(String question) {
    return manner.quiet() || manner.json()
        ? Option.none()
        : surroundings
            .prompt()
            .ask(Text.printable(question) + " [Y/n] ")
            .map(answer -> answer.isBlank() || YES.matcher(answer.strip()).matches());
  }

  /** The environment variables. */
  Map<String, String> environment() {
    return surroundings.environment();
  }

  /** What shows pages here. */
  Viewer viewer() {
    return Viewer.ofSystem(System.getProperty("os.name", ""), surroundings.environment());
  }

  /** How histograms are drawn. */
  Tenths tenths() {
    return surroundings.showsBlocks() ? Tenths.BLOCKS : Tenths.ASCII;
  }

  /** Whether more than ASCII is shown as it is. */
  boolean showsBlocks() {
    return surroundings.showsBlocks();
  }

  boolean json() {
    return manner.json();
  }

  boolean verbose() {
    return manner.verbose();
  }

  /** The zone in which a person reads times. */
  ZoneId zone() {
    return ZoneId.systemDefault();
  }

  /**
   * The zone of that name; if none is named, the one in which a person reads times.
   *
   * @throws UsageException if there is no such zone
   */
  ZoneId zone(@Nullable String name) {
    try {
      return name == null ? zone() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new UsageException("--zone: there is no zone " + name);
    }
  }

  /**
   * Prints a line of the result; like all that is said here, with nothing that steers a terminal.
   */
  void print(String line) {
    surroundings.out().println(Text.printable(line));
  }

  void print(Table table) {
    surroundings.out().print(table.render(manner.color()));
    surroundings.out().flush();
  }

  void print(TerminalPlot plot) {
    surroundings.out().print(plot.render(manner.color()));
    surroundings.out().flush();
  }

  void heading(String line) {
    String text = Text.printable(line);
    surroundings.out().println(manner.color() ? Text.bold(text) : text);
  }

  void printJson(Object document) {
    printDocument(Json.write(document));
  }

  /** Prints what is JSON already. */
  void printDocument(String json) {
    surroundings.out().println(json);
  }

  /** Prints what has its own ends of lines, as it is. */
  void printText(String text) {
    surroundings.out().print(text);
    surroundings.out().flush();
  }

  /** Says something beside the result; silent when quiet. */
  void remark(String line) {
    if (!manner.quiet()) {
      surroundings.err().println(Text.printable(line));
    }
  }

  /** Says why a file is refused; the exit code that follows from it. */
  int refuse(FileRefused refused) {
    complain(refused.message());
    return ExitCode.FILE_REFUSED;
  }

  /** Says why files are refused, of many reasons the first ones; the exit code that follows. */
  int refuseAll(List<FileRefused> refused) {
    refused.stream().limit(MOST_REFUSALS).map(FileRefused::message).forEach(this::complain);
    if (refused.size() > MOST_REFUSALS) {
      complain("and %s more like that".formatted(Count.of(refused.size() - MOST_REFUSALS)));
    }
    return ExitCode.FILE_REFUSED;
  }

  /** Says what is not as hoped; the exit code that follows from it. */
  int complainOfEach(List<String> lines) {
    lines.forEach(this::complain);
    return lines.isEmpty() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  /** Remarks on something at once, because it takes time. */
  private void announce(String line) {
    remark(line);
    surroundings.err().flush();
  }

  /**
   * Passes on what another program prints, byte for byte; with JSON, which has standard output to
   * itself, all of it to standard error.
   *
   * @param unread is called if that cannot be written, once for each channel
   */
  OutputListener passingOn(Runnable unread) {
    OutputStream out = manner.json() ? surroundings.passedErr() : surroundings.passedOut();
    return new PassedOutput(out, surroundings.passedErr(), unread);
  }

  /** Says why something is not as hoped, however quiet. */
  void complain(String line) {
    surroundings.complain(line);
  }

  /** Whether somebody looks at a terminal where talk goes, and wants talk. */
  boolean isWatched() {
    return surroundings.watched() != null && !manner.quiet();
  }

  /**
   * The terminal that is watched.
   *
   * @throws IllegalStateException if none is
   */
  PrintStream terminal() {
    PrintStream watched = surroundings.watched();
    if (watched == null) {
      throw new IllegalStateException("nobody watches");
    }
    return watched;
  }

  /** How many columns the terminal has, where it says so. */
  int columns(int otherwise) {
    return TerminalWidth.columns(surroundings.environment(), otherwise);
  }

  void flush() {
    surroundings.out().flush();
    surroundings.err().flush();
  }

  /** Shows the progress of work over a second, to whoever watches. */
  Progress progress() {
    PrintStream watched = surroundings.watched();
    return watched == null || manner.quiet()
        ? Progress.none()
        : new TerminalProgress(watched, manner.color());
  }
}
