package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.updateall.adapters.plugins.Asking.Answer;

final class RunnerAskingTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Asking asking = new RunnerAsking(new PlainRunner());

  @Test
  void handsArgumentsOverAsTheyAre() {
    List<String> odd =
        List.of("/usr/bin/printf", "%s\\n", "a b", "\"", "'", "$(id)", "`id`", "-rf", "x\ny", "*");
    Answer answer = asking.ask(odd, Map.of(), MINUTE);
    assertEquals("a b\n\"\n'\n$(id)\n`id`\n-rf\nx\ny\n*\n", answer.output());
  }

  @Test
  void setsVariablesAndGivesNoInput() {
    Answer answer =
        asking.ask(
            List.of("sh", "-c", "cat; echo \"$MODE\"; exit 3"), Map.of("MODE", "a b"), MINUTE);
    assertEquals(new Answer(3, "a b\n", "", null), answer);
  }

  @Test
  void takesMoreThanTheEndOfWhatIsPrinted() {
    Answer answer = asking.ask(List.of("sh", "-c", "seq 1 100000"), Map.of(), MINUTE);
    assertTrue(answer.output().startsWith("1\n2\n"));
    assertTrue(answer.output().endsWith("100000\n"));
  }

  @Test
  void doesNotTakeAnythingHoweverLong() {
    Answer answer = asking.ask(List.of("head", "-c", "20000000", "/dev/zero"), Map.of(), MINUTE);
    assertEquals("it prints more than can be read", answer.failure());
    assertEquals(RunnerAsking.MAX_BYTES, answer.output().length());
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    assertEquals(
        "sleep did not answer within 200 ms",
        asking.ask(List.of("sleep", "30"), Map.of(), Duration.ofMillis(200)).failure());
    assertTrue(
        Objects.requireNonNull(asking.ask(List.of("/no/such"), Map.of(), MINUTE).failure())
            .contains("No such file"));
    assertEquals(
        "ls ended with exit code 2: ls: cannot access '/no/such': No such file or directory",
        asking.ask(List.of("ls", "/no/such"), Map.of("LC_ALL", "C"), MINUTE).reason("ls"));
  }
}
