package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.updateall.application.Progress;

final class TerminalProgressTest {

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @Test
  void showsNothingOfWorkThatIsSoonDone() {
    TerminalProgress progress = progress(Duration.ofHours(1));

    progress.begin("Training", 2);
    progress.advance();
    progress.advance();
    progress.end();

    assertEquals("", shown());
  }

  @Test
  void showsWhatIsDoneAndHowFarItIs() throws InterruptedException {
    TerminalProgress progress = progress(Duration.ZERO);

    progress.begin("Training", 4);
    progress.advance();
    awaitText("Training");
    awaitText("1/4");
    progress.end();
  }

  @Test
  void showsWorkOfUnknownLength() throws InterruptedException {
    TerminalProgress progress = progress(Duration.ZERO);

    progress.begin("Reading", Progress.UNKNOWN);
    awaitText("Reading");
    progress.end();
  }

  private TerminalProgress progress(Duration patience) {
    return new TerminalProgress(new PrintStream(terminal, true, UTF_8), false, patience);
  }

  private void awaitText(String text) throws InterruptedException {
    for (int i = 0; i < 600 && !shown().contains(text); i++) {
      Thread.sleep(50);
    }
    assertTrue(shown().contains(text), "nothing was shown within 30 seconds");
  }

  private String shown() {
    return terminal.toString(UTF_8);
  }
}
