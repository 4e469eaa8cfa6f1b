package org.updateall.adapters.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.CommandRunnerContract;

final class SystemCommandRunnerContractTest extends CommandRunnerContract {

  private final CommandRunner runner =
      new SystemCommandRunner(SystemSettings.standard(), Tools.ofThisMachine(), Clock.systemUTC());

  @TempDir private Path folder;

  @Override
  protected CommandRunner runner() {
    return runner;
  }

  @Override
  protected Command printing(byte[] output, byte[] error, int exitCode) {
    try {
      Path out = Files.write(Files.createTempFile(folder, "out", null), output);
      Path err = Files.write(Files.createTempFile(folder, "err", null), error);
      return Command.of(
          List.of(
              "sh",
              "-c",
              "cat \"$1\"; cat \"$2\" >&2; exit $3",
              "sh",
              out.toString(),
              err.toString(),
              "" + exitCode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Command lasting(Duration time) {
    return Command.of(List.of("sleep", "" + time.toMillis() / 1e3));
  }

  @Override
  protected Command missing() {
    return Command.of(List.of("no-such-program-" + new String(new byte[] {'x'}, UTF_8)));
  }
}
