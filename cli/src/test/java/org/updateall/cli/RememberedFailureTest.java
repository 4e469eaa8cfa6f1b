package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

final class RememberedFailureTest {

  @Test
  void hasNothingToTellOfOutputThatArrived() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RememberedFailure output = written(bytes);

    assertEquals("data", bytes.toString(UTF_8).strip());
    assertTrue(output.isComplete());
    assertTrue(output.failure().isEmpty());
  }

  @Test
  void tellsWhyOutputDidNotArrive() {
    RememberedFailure output = written(failing("No space left on device"));

    assertFalse(output.isComplete());
    assertEquals("the output is not complete: No space left on device", output.failure().get());
  }

  @Test
  void saysNothingToAReaderWhoHasReadEnough() {
    RememberedFailure output = written(failing("Broken pipe"));

    assertFalse(output.isComplete());
    assertTrue(output.failure().isEmpty());
  }

  private static RememberedFailure written(OutputStream stream) {
    RememberedFailure output = new RememberedFailure(stream);
    PrintWriter writer = new PrintWriter(output, true, UTF_8);
    writer.println("data");
    return output;
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
