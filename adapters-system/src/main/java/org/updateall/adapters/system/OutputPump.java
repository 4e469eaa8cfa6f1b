package org.updateall.adapters.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.OutputListener;

/**
 * Reads one channel of a command until the command has ended.
 *
 * <p>What the command left behind may hold the pipe open for ever, so nothing here waits for the
 * pipe's end: it is asked what is there, every few milliseconds while it is quiet. The stream's
 * monitor is held meanwhile. The JDK takes it when the process has ended, to save what is left in
 * the pipe; it would read, without a limit, what others go on to print.
 */
final class OutputPump {

  /** A pipe holds no more than this after its writer's end, unless root had it made larger. */
  private static final int MOST_AFTER_THE_END = 1 << 20;

  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(16);

  private final InputStream pipe;
  private final Channel channel;
  private final OutputListener listener;
  private final OutputTail tail = new OutputTail();
  private final Thread thread;
  private final Object ending = new Object();
  private boolean ended;
  private long lingerUntil;
  private boolean telling = true;

  OutputPump(InputStream pipe, Channel channel, OutputListener listener) {
    this.pipe = pipe;
    this.channel = channel;
    this.listener = listener;
    this.thread = new Thread(this::pump, "command-" + channel.name().toLowerCase(Locale.ROOT));
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Reads what is left, and a little longer if somebody else may still print; then closes the pipe.
   *
   * @return what was kept
   */
  KeptOutput finish(long lingerNanos) {
    synchronized (ending) {
      ended = true;
      lingerUntil = System.nanoTime() + lingerNanos;
    }
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return tail.kept();
  }

  private void pump() {
    synchronized (pipe) {
      try (pipe) {
        read();
      } catch (IOException closed) {
        telling = false;
      }
    }
  }

  private void read() throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long pause = SHORTEST_PAUSE;
    long afterTheEnd = 0;
    while (afterTheEnd < MOST_AFTER_THE_END) {
      boolean last = hasEnded();
      int length = next(buffer);
      if (length > 0) {
        note(buffer, length);
        afterTheEnd += last ? length : 0;
        pause = SHORTEST_PAUSE;
      } else if (last && isOver()) {
        return;
      } else {
        LockSupport.parkNanos(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  private int next(byte[] buffer) throws IOException {
    int there = Math.min(pipe.available(), buffer.length);
    return there == 0 ? 0 : pipe.read(buffer, 0, there);
  }

  private void note(byte[] buffer, int length) {
    tail.add(buffer, length);
    if (telling) {
      try {
        listener.printed(channel, buffer, length);
      } catch (RuntimeException | Error listenerFailed) {
        telling = false;
      }
    }
  }

  private boolean hasEnded() {
    synchronized (ending) {
      return ended;
    }
  }

  private boolean isOver() {
    synchronized (ending) {
      return System.nanoTime() - lingerUntil >= 0;
    }
  }
}
