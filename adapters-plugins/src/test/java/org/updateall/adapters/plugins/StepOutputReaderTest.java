package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.ProgressEvent.Advanced;
import org.updateall.domain.updating.ProgressEvent.PhaseEnded;
import org.updateall.domain.updating.ProgressEvent.PhaseStarted;
import org.updateall.domain.updating.StepOutcome;

/** The external plugin protocol, and the ways in which plugins bend it. */
final class StepOutputReaderTest {

  private final StepOutputReader reader =
      new StepOutputReader(StepPhase.EXECUTE, OutputPatterns.NONE);

  @Test
  void tellsAPhaseFromItsStartToItsEnd() {
    assertEquals(
        List.of(
            new PhaseStarted(StepPhase.DOWNLOAD),
            new Advanced(StepPhase.DOWNLOAD, 45.5, "Downloading foo", 450L, 1000L, 1L, 3L),
            new PhaseEnded(StepPhase.DOWNLOAD, true, null)),
        error(
            """
            PROGRESS:{"type": "phase_start", "phase": "download"}
            PROGRESS: {"type":"progress","phase":"download","percent":45.5,"message":"Downloading foo","bytes_downloaded":450,"bytes_total":1000,"items_completed":1,"items_total":3}
            PROGRESS:{"type": "phase_end", "phase": "download", "success": true}
            """));
    assertEquals(new StepOutcome(null, 450L), reader.outcome());
    assertEquals(List.of(), reader.ended(0));
  }

  @Test
  void aPhaseThatNobodyBeganBeginsWithItsFirstMessage() {
    assertEquals(
        List.of(new PhaseStarted(StepPhase.EXECUTE), percent(StepPhase.EXECUTE, 10)),
        error("PROGRESS:{\"phase\":\"execute\",\"percent\":10}\n"));
    assertEquals(
        List.of(
            new PhaseStarted(StepPhase.CHECK),
            new PhaseEnded(StepPhase.CHECK, false, "no network")),
        error(
            "PROGRESS:{\"type\":\"phase_end\",\"phase\":\"check\",\"success\":false,\"error\":\"no network\"}\n"));
  }

  @Test
  void phasesThatNobodyEndedEndWithTheProgram() {
    error(
        "PROGRESS:{\"type\":\"phase_start\",\"phase\":\"download\"}\nPROGRESS:{\"type\":\"phase_start\",\"phase\":\"execute\"}\n");
    assertEquals(
        List.of(
            new PhaseEnded(StepPhase.DOWNLOAD, false, "it ended with exit code 139"),
            new PhaseEnded(StepPhase.EXECUTE, false, "it ended with exit code 139")),
        reader.ended(139));
    assertEquals(List.of(), reader.ended(139));
  }

  @Test
  void aProgramThatEndsWellEndsItsPhasesWell() {
    error("PROGRESS:{\"type\":\"phase_start\",\"phase\":\"execute\"}\n");
    assertEquals(List.of(new PhaseEnded(StepPhase.EXECUTE, true, null)), reader.ended(0));
  }

  @Test
  void aPhaseBeginsAndEndsOnce() {
    String start = "PROGRESS:{\"type\":\"phase_start\",\"phase\":\"check\"}\n";
    String end = "PROGRESS:{\"type\":\"phase_end\",\"phase\":\"check\",\"success\":true}\n";
    assertEquals(
        List.of(new PhaseStarted(StepPhase.CHECK), new PhaseEnded(StepPhase.CHECK, true, null)),
        error(
            start + start + end + end + start + "PROGRESS:{\"phase\":\"check\",\"percent\":3}\n"));
  }

  @Test
  void takesPhasesInUpperCaseAndUnknownOnesAsExecute() {
    assertEquals(
        List.of(
            new PhaseStarted(StepPhase.DOWNLOAD),
            percent(StepPhase.DOWNLOAD, 1),
            new PhaseStarted(StepPhase.EXECUTE),
            percent(StepPhase.EXECUTE, 2),
            percent(StepPhase.EXECUTE, 3)),
        error(
            """
            PROGRESS:{"phase":"DOWNLOAD","percent":1}
            PROGRESS:{"phase":"reticulate","percent":2}
            PROGRESS:{"percent":3}
            """));
  }

  @Test
  void percentagesMayGoBackwardsAndThoseOutOfRangeAreLeftOut() {
    List<ProgressEvent> events =
        error(
            """
            PROGRESS:{"phase":"execute","percent":60}
            PROGRESS:{"phase":"execute","percent":20}
            PROGRESS:{"phase":"execute","percent":101,"message":"more than all"}
            PROGRESS:{"phase":"execute","percent":-1}
            PROGRESS:{"phase":"execute","percent":"half"}
            PROGRESS:{"phase":"execute","percent":1e400}
            """);
    assertEquals(percent(StepPhase.EXECUTE, 60), events.get(1));
    assertEquals(percent(StepPhase.EXECUTE, 20), events.get(2));
    assertEquals(
        new Advanced(StepPhase.EXECUTE, null, "more than all", null, null, null, null),
        events.get(3));
    assertEquals(7, events.size());
  }

  @Test
  void whatIsNoMessageSaysNothing() {
    assertEquals(
        List.of(),
        error(
            """
            PROGRESS:
            PROGRESS:[1, 2]
            PROGRESS:"text"
            PROGRESS:17
            PROGRESS:null
            PROGRESS:{"phase":
            PROGRESS:{"phase":"check"} and more
            PROGRESS:{"type":"fanfare","phase":"check"}
            progress:{"phase":"check"}
             PROGRESS:{"phase":"check"}
            error: something else
            """));
    assertEquals(List.of(), reader.ended(0));
  }

  @Test
  void takesMessagesOnEitherChannelAndTheirLinesApart() {
    List<ProgressEvent> events = new ArrayList<>();
    events.addAll(accept(Channel.OUTPUT, "PROGRESS:{\"phase\":\"exe"));
    events.addAll(accept(Channel.ERROR, "PROGRESS:{\"phase\":\"check\",\"percent\":5}\r\n"));
    events.addAll(accept(Channel.OUTPUT, "cute\",\"percent\":6}\r"));
    events.addAll(accept(Channel.OUTPUT, "\nPROGRESS:{\"phase\":\"execute\",\"percent\":7}"));
    events.addAll(reader.ended(0));
    assertEquals(
        List.of(
            new PhaseStarted(StepPhase.CHECK),
            percent(StepPhase.CHECK, 5),
            new PhaseStarted(StepPhase.EXECUTE),
            percent(StepPhase.EXECUTE, 6),
            percent(StepPhase.EXECUTE, 7),
            new PhaseEnded(StepPhase.CHECK, true, null),
            new PhaseEnded(StepPhase.EXECUTE, true, null)),
        events);
  }

  @Test
  void readsLongMessagesAndOutlivesEndlessLines() {
    String message = "x".repeat(200_000);
    List<ProgressEvent> events =
        error("PROGRESS:{\"phase\":\"check\",\"message\":\"" + message + "\"}\n");
    assertEquals(message, ((Advanced) events.get(1)).message());

    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) 'y');
    assertEquals(List.of(), accept(Channel.ERROR, "PROGRESS:{\"phase\":\"check\",\"message\":\""));
    for (int i = 0; i < 1000; i++) {
      assertEquals(List.of(), reader.accept(Channel.ERROR, block, block.length));
    }
    assertEquals(
        List.of(percent(StepPhase.CHECK, 9)),
        error("\"}\nPROGRESS:{\"phase\":\"check\",\"percent\":9}\n"));
  }

  @Test
  void messagesAreStrippedOfWhatSteersATerminal() {
    List<ProgressEvent> events =
        error(
            "PROGRESS:{\"phase\":\"check\",\"message\":\"\\u001b[31mred\\u001b[0m\\u0007 \\u001b]0;title\\u0007x\"}\n");
    assertEquals("red x", ((Advanced) events.get(1)).message());
  }

  @Test
  void whatIsNotUtf8IsReplaced() {
    byte[] bytes = "PROGRESS:{\"phase\":\"check\",\"message\":\"a?b\"}\n".getBytes(UTF_8);
    bytes[new String(bytes, UTF_8).indexOf('?')] = (byte) 0xff;
    List<ProgressEvent> events = reader.accept(Channel.ERROR, bytes, bytes.length);
    assertEquals("a\ufffdb", ((Advanced) events.get(1)).message());
  }

  @Test
  void countsWhatTheProtocolCounts() {
    error(
        """
        PROGRESS:{"phase":"download","bytes_downloaded":100,"items_completed":9}
        PROGRESS:{"phase":"download","bytes_downloaded":70}
        PROGRESS:{"phase":"execute","bytes_downloaded":11,"items_completed":2,"items_total":5}
        PROGRESS:{"phase":"execute","items_completed":-4,"bytes_downloaded":1.5}
        """);
    assertEquals(new StepOutcome(2, 111L), reader.outcome());
    error("PROGRESS:{\"type\":\"completion\",\"success\":true,\"packages_updated\":4}\n");
    assertEquals(new StepOutcome(4, 111L), reader.outcome());
  }

  @Test
  void bytesThatAreNoTextNeverBreakIt() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      byte[] start = "PROGRESS:{\"phase\":\"check\",".getBytes(UTF_8);
      reader.accept(Channel.ERROR, start, start.length);
      reader.accept(Channel.ERROR, bytes, bytes.length);
    }
    assertTrue(reader.ended(0).size() <= 6);
  }

  private static Advanced percent(StepPhase phase, double percent) {
    return new Advanced(phase, percent, null, null, null, null, null);
  }

  private List<ProgressEvent> error(String text) {
    return accept(Channel.ERROR, text);
  }

  private List<ProgressEvent> accept(Channel channel, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return reader.accept(channel, bytes, bytes.length);
  }
}
