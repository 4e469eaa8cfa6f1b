package org.updateall.adapters.system.importing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.updateall.domain.importing.ProgramOutput;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;

/** The programs of this machine, run in the C locale. */
final class CapturedPrograms implements ProgramOutput {

  private static final Map<String, String> C_LOCALE = Map.of("LC_ALL", "C", "LANGUAGE", "C");

  private final CommandRunner runner;
  private final Predicate<String> known;

  /**
   * @param known whether the search path has a program of that name
   */
  CapturedPrograms(CommandRunner runner, Predicate<String> known) {
    this.runner = runner;
    this.known = known;
  }

  @Override
  public boolean has(String program) {
    return known.test(program);
  }

  @Override
  public Ending lines(List<String> command, Duration limit, Consumer<String> eachLine) {
    LogLines lines = new LogLines((line, number) -> eachLine.accept(line));
    CommandOutcome outcome =
        runner.run(
            Command.of(command).with(C_LOCALE).within(limit),
            (channel, bytes, length) -> {
              if (channel == Channel.OUTPUT) {
                lines.add(bytes, length);
              }
            });
    lines.end();
    return new Ending(
        outcome.exitCode(), outcome.problem() == null ? outcome.error().text() : outcome.problem());
  }
}
