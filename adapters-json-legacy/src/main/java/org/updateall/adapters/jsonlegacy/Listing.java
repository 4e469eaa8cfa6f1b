package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** The list of records that a history.json is, as it grows. */
final class Listing {

  private final OutputStream output;
  private long count;

  Listing(OutputStream output) {
    this.output = output;
  }

  void add(byte[] record) throws IOException {
    write((count == 0 ? "[\n" : ",\n") + PythonJson.indentation(1));
    output.write(record);
    count++;
  }

  /** Ends the list; to be called once, last. */
  void end() throws IOException {
    write(count == 0 ? "[]" : "\n]");
  }

  long count() {
    return count;
  }

  private void write(String text) throws IOException {
    output.write(text.getBytes(US_ASCII));
  }
}
