package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;

/** Asks programs by running them. Of an answer no more than {@value #MAX_BYTES} bytes are taken. */
final class RunnerAsking implements Asking {

  static final int MAX_BYTES = 16 << 20;

  private final CommandRunner runner;

  RunnerAsking(CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public Answer ask(List<String> command, Map<String, String> environment, Duration limit) {
    Whole output = new Whole();
    CommandOutcome outcome =
        runner.run(
            Command.of(command).with(environment).within(limit),
            (channel, bytes, length) -> {
              if (channel == Channel.OUTPUT) {
                output.take(bytes, length);
              }
            });
    String failure =
        switch (outcome.ending()) {
          case ENDED -> output.isCut ? "it prints more than can be read" : null;
          case TIMED_OUT -> "%s did not answer within %s".formatted(command.get(0), inWords(limit));
          case STOPPED -> command.get(0) + " was stopped";
          case NOT_STARTED -> String.valueOf(outcome.problem());
        };
    return new Answer(
        outcome.exitCode(), output.bytes.toString(UTF_8), outcome.error().text(), failure);
  }

  private static String inWords(Duration limit) {
    return limit.toMillis() < 1000
        ? limit.toMillis() + " ms"
        : Math.round(limit.toMillis() / 1000.0) + " s";
  }

  /** What a program prints, from its beginning. */
  private static final class Whole {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isCut;

    private void take(byte[] more, int length) {
      int taken = Math.min(length, MAX_BYTES - bytes.size());
      bytes.write(more, 0, taken);
      isCut |= taken < length;
    }
  }
}
