package org.updateall.adapters.system;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.OutputListener;

/**
 * Reads a channel of a command to its end, keeps the last of it, and tells a listener.
 *
 * <p>It owns the stream's monitor while it reads: otherwise the runtime, when the command ends,
 * would read what is left into memory by itself, without a limit if somebody left behind goes on
 * printing.
 */
final class OutputReader {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final OutputTail tail = new OutputTail();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final InputStream stream;
  private final Channel channel;
  private final OutputListener listener;
  private volatile boolean abandoned;
  private volatile boolean listenerFailed;

  private OutputReader(InputStream stream, Channel channel, OutputListener listener) {
    this.stream = stream;
    this.channel = channel;
    this.listener = listener;
  }

  static OutputReader start(InputStream stream, Channel channel, OutputListener listener) {
    OutputReader reader = new OutputReader(stream, channel, listener);
    Thread thread = new Thread(reader::read, "update-all-" + channel.name());
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  private void read() {
    synchronized (stream) {
      byte[] buffer = new byte[BUFFER_BYTES];
      try (stream) {
        for (int n = stream.read(buffer); n >= 0 && !abandoned; n = stream.read(buffer)) {
          tail.add(buffer, n);
          tell(buffer, n);
        }
      } catch (IOException e) {
        String remark = "\n[no more could be read: %s]\n".formatted(e.getMessage());
        byte[] bytes = remark.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        tail.add(bytes, bytes.length);
      } finally {
        ended.countDown();
      }
    }
  }

  private void tell(byte[] buffer, int length) {
    if (listenerFailed) {
      return;
    }
    try {
      listener.printed(channel, buffer, length);
    } catch (RuntimeException e) {
      listenerFailed = true;
    }
  }

  /** Waits for the end of the channel, which somebody left behind may hold open. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean listenerFailed() {
    return listenerFailed;
  }

  /** The listener is told nothing more, and the stream is closed when the next bytes come. */
  void abandon() {
    abandoned = true;
  }

  KeptOutput kept() {
    return tail.kept();
  }
}
