package org.updateall.domain.metering;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.ScriptedCommandRunner.Scene;

final class ScriptedCommandRunnerTest extends CommandRunnerContract {

  private final ScriptedCommandRunner runner = new ScriptedCommandRunner(Clock.systemUTC());
  private final AtomicInteger number = new AtomicInteger();

  @Override
  protected CommandRunner runner() {
    return runner;
  }

  @Override
  protected Command printing(byte[] output, byte[] error, int exitCode) {
    return scripted(
        new Scene(
            exitCode,
            Duration.ZERO,
            new String(output, ISO_8859_1),
            new String(error, ISO_8859_1),
            ResourceUsage.unmeasured()));
  }

  @Override
  protected Command lasting(Duration time) {
    return scripted(new Scene(0, time, "", "", ResourceUsage.unmeasured()));
  }

  @Override
  protected Command missing() {
    return Command.of(List.of("nowhere"));
  }

  private Command scripted(Scene scene) {
    List<String> words = List.of("scene", "" + number.incrementAndGet());
    runner.on(words, scene);
    return Command.of(words);
  }
}
