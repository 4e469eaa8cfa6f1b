package org.updateall.cli;

import io.vavr.control.Option;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers that writing failed, which a {@link java.io.PrintWriter} keeps to itself. */
final class RememberedFailure extends FilterOutputStream {

  private static final String NOBODY_READS = "Broken pipe";

  private @Nullable IOException first;

  RememberedFailure(OutputStream stream) {
    super(stream);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      first = first == null ? e : first;
      throw e;
    }
  }

  /** Whether all that was written has arrived. */
  boolean isComplete() {
    return first == null;
  }

  /** What to tell the user; none if all is well, or if the reader had simply read enough. */
  Option<String> failure() {
    return Option.of(first)
        .map(failure -> String.valueOf(failure.getMessage()))
        .filter(reason -> !reason.equals(NOBODY_READS))
        .map(reason -> "the output is not complete: " + reason);
  }
}
