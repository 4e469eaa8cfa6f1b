package org.updateall.bootstrap;

import java.io.*;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.TimeUnit;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.*;

final class ProvisionalCommandRunner implements CommandRunner {
  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    Instant start = Instant.now();
    long nanos = System.nanoTime();
    Metering m = metering();
    Process process;
    try {
      ProcessBuilder b = new ProcessBuilder(command.arguments());
      if (command.input() == Command.Input.INHERITED) {
        b.redirectInput(ProcessBuilder.Redirect.INHERIT);
      }
      b.environment().putAll(command.environment());
      process = b.start();
      if (command.input() == Command.Input.NOTHING) {
        process.getOutputStream().close();
      }
    } catch (IOException e) {
      int code = String.valueOf(e.getMessage()).contains("error=13") ? 126 : 127;
      return new CommandOutcome(
          CommandOutcome.Ending.NOT_STARTED,
          code,
          code == 126 ? "permission denied" : "not found",
          start,
          start,
          new MeasuredUsage(ResourceUsage.unmeasured(), m),
          KeptOutput.NOTHING,
          KeptOutput.NOTHING);
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread o =
        new Thread(
            () ->
                pump(
                    process.getInputStream(),
                    Channel.OUTPUT,
                    listener,
                    new ByteArrayOutputStream()));
    Thread e = new Thread(() -> pump(process.getErrorStream(), Channel.ERROR, listener, err));
    o.start();
    e.start();
    CommandOutcome.Ending ending = CommandOutcome.Ending.ENDED;
    boolean interrupted = false;
    int code;
    try {
      if (command.timeLimit() == null) {
        process.waitFor();
      } else if (!process.waitFor(command.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
        ending = CommandOutcome.Ending.TIMED_OUT;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
      }
      o.join();
      e.join();
      code = ending == CommandOutcome.Ending.TIMED_OUT ? 124 : process.exitValue();
    } catch (InterruptedException x) {
      interrupted = true;
      ending = CommandOutcome.Ending.STOPPED;
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      try {
        process.waitFor();
      } catch (InterruptedException y) {
        throw new IllegalStateException(y);
      }
      code = process.exitValue();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    byte[] kept = err.toByteArray();
    return new CommandOutcome(
        ending,
        code,
        null,
        start,
        Instant.now().isBefore(start) ? start : Instant.now(),
        new MeasuredUsage(
            ResourceUsage.builder().wallClockSeconds((System.nanoTime() - nanos) / 1e9).build(), m),
        KeptOutput.NOTHING,
        KeptOutput.of(kept, kept.length));
  }

  private static void pump(
      InputStream in, Channel channel, OutputListener listener, ByteArrayOutputStream kept) {
    byte[] buffer = new byte[8192];
    boolean telling = true;
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        kept.write(buffer, 0, Math.min(n, KeptOutput.MOST_BYTES - kept.size()));
        if (telling) {
          try {
            listener.printed(channel, buffer, n);
          } catch (RuntimeException e) {
            telling = false;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Metering metering() {
    return new Metering(
        Map.of(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK),
        Map.of(Figure.CPU, "provisional", Figure.MEMORY_PEAK, "provisional"),
        List.of());
  }
}
