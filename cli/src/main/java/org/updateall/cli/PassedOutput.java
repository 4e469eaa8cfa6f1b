package org.updateall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.OutputListener;

/** Passes on what another program prints, byte for byte, as it comes. */
final class PassedOutput implements OutputListener {

  private final OutputStream out;
  private final OutputStream err;
  private final Runnable unread;

  /**
   * @param unread is called if that cannot be written, as when nobody reads it any more
   */
  PassedOutput(OutputStream out, OutputStream err, Runnable unread) {
    this.out = out;
    this.err = err;
    this.unread = unread;
  }

  @Override
  public void printed(Channel channel, byte[] bytes, int length) {
    OutputStream stream =
        switch (channel) {
          case OUTPUT -> out;
          case ERROR -> err;
        };
    try {
      stream.write(bytes, 0, length);
      stream.flush();
    } catch (IOException e) {
      unread.run();
      throw new UncheckedIOException(e);
    }
  }
}
