package org.updateall.adapters.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.OutputListener;

/** Runs commands and measures nothing. */
final class PlainRunner implements CommandRunner {

  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    ProcessBuilder builder = new ProcessBuilder(command.arguments());
    builder.environment().putAll(command.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      var output = read(process.getInputStream(), Channel.OUTPUT, listener);
      var error = read(process.getErrorStream(), Channel.ERROR, listener);
      boolean ended =
          command.timeLimit() == null
              || process.waitFor(command.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      int code = process.waitFor();
      output.join();
      return outcome(ended ? Ending.ENDED : Ending.TIMED_OUT, code, null, error.join());
    } catch (IOException e) {
      return outcome(Ending.NOT_STARTED, 127, e.getMessage(), new byte[0]);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Metering metering() {
    return new Metering(Map.of(), Map.of(), List.of());
  }

  private CommandOutcome outcome(Ending ending, int code, @Nullable String problem, byte[] error) {
    return new CommandOutcome(
        ending,
        code,
        problem,
        Instant.EPOCH,
        Instant.EPOCH,
        new MeasuredUsage(ResourceUsage.unmeasured(), metering()),
        KeptOutput.NOTHING,
        KeptOutput.of(error, error.length));
  }

  private static CompletableFuture<byte[]> read(
      InputStream input, Channel channel, OutputListener listener) {
    return CompletableFuture.supplyAsync(
        () -> {
          var kept = new ByteArrayOutputStream();
          byte[] buffer = new byte[8192];
          try {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
              listener.printed(channel, buffer, read);
              kept.write(buffer, 0, Math.min(read, KeptOutput.MOST_BYTES - kept.size()));
            }
            return kept.toByteArray();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
