package org.updateall.adapters.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.updateall.adapters.system.importing.LogLines;
import org.updateall.domain.importing.ProgramOutput;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;

/** The programs of this machine, run in the C locale. */
final class CapturedPrograms implements ProgramOutput {

  private static final Map<String, String> C_LOCALE = Map.of("LC_ALL", "C", "LANGUAGE", "C");

  private final CommandRunner runner;
  private final ProgramSearch search;

  CapturedPrograms(CommandRunner runner, Map<String, String> environment) {
    this.runner = runner;
    this.search = new ProgramSearch(environment);
  }

  @Override
  public boolean has(String program) {
    return search.find(program).isRight();
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
