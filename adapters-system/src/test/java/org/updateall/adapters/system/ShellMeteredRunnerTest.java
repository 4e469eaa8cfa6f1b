package org.updateall.adapters.system;

import java.time.Clock;
import java.time.Duration;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.CommandRunnerContract;

class ShellMeteredRunnerTest extends CommandRunnerContract {

  private final CommandRunner runner =
      new ShellMeteredRunner(Machine.here(), Clock.systemUTC(), Duration.ofSeconds(2));

  @Override
  protected CommandRunner runner() {
    return runner;
  }
}
