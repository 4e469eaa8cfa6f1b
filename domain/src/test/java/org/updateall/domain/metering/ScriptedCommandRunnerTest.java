package org.updateall.domain.metering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.ScriptedCommandRunner.Script;

class ScriptedCommandRunnerTest extends CommandRunnerContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final ScriptedCommandRunner runner =
      new ScriptedCommandRunner(Clock.fixed(NOON, ZoneOffset.UTC));

  @Override
  protected CommandRunner runner() {
    SCRIPTS.forEach(runner::when);
    return runner;
  }

  @Test
  void remembersWhatWasRun() {
    Command command = Command.of(List.of("apt", "update"));
    runner.run(command, OutputListener.NONE);

    assertEquals(List.of(command), runner.commands());
  }

  @Test
  void saysThatACommandTookAndUsedWhatIsWrittenDown() {
    ResourceUsage usage = ResourceUsage.builder().wallClockSeconds(90.0).build();
    runner.when(
        List.of("apt", "update"), Script.exits(0).taking(Duration.ofSeconds(90)).using(usage));

    CommandOutcome outcome = runner.run(Command.of(List.of("apt", "update")), OutputListener.NONE);

    assertEquals(NOON, outcome.startedAt());
    assertEquals(NOON.plusSeconds(90), outcome.endedAt());
    assertEquals(usage, outcome.usage().usage());
  }
}
