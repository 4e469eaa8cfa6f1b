package org.updateall.application.updating;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.KeptOutput;
import org.updateall.domain.metering.MeasuredUsage;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.OutputListener;

/**
 * Runs nothing: a command's first word says what it comes to. {@code exit N} ends so, {@code say T}
 * prints, {@code wait L} goes on until that latch is opened, {@code hang} until it is stopped,
 * {@code slow} into its time limit.
 */
final class ScriptedRunner implements CommandRunner {

  private final Map<String, CountDownLatch> latches = new HashMap<>();
  private final Set<String> running = new HashSet<>();
  private final List<Command> commands = new ArrayList<>();
  private final Map<String, CommandOutcome> answers = new HashMap<>();
  private int mostAtATime;

  /** What a command line comes to, whatever its first word is. */
  synchronized ScriptedRunner answer(String line, int code, String output) {
    byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
    CommandOutcome plain = ended(Ending.ENDED, code, "");
    answers.put(
        line,
        new CommandOutcome(
            plain.ending(),
            code,
            null,
            plain.startedAt(),
            plain.endedAt(),
            plain.usage(),
            KeptOutput.of(bytes, bytes.length),
            KeptOutput.NOTHING));
    return this;
  }

  private synchronized @Nullable CommandOutcome answer(String line) {
    return answers.get(line);
  }

  synchronized CountDownLatch latch(String name) {
    return latches.computeIfAbsent(name, first -> new CountDownLatch(1));
  }

  synchronized List<List<String>> commands() {
    return commands.stream().map(Command::arguments).toList();
  }

  /** What those read whose first word is that. */
  synchronized Set<Command.Input> inputsOf(String word) {
    return commands.stream()
        .filter(command -> command.arguments().get(0).equals(word))
        .map(Command::input)
        .collect(Collectors.toUnmodifiableSet());
  }

  synchronized int mostAtATime() {
    return mostAtATime;
  }

  synchronized boolean isRunning(String word) {
    return running.contains(word);
  }

  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    List<String> words = command.arguments();
    String name = String.join(" ", words);
    begin(command, name);
    CommandOutcome answer = answer(name);
    if (answer != null) {
      end(name);
      return answer;
    }
    try {
      return switch (words.get(0)) {
        case "exit" -> ended(Ending.ENDED, Integer.parseInt(words.get(1)), "it went wrong\n");
        case "say" -> say(words.get(1), listener);
        case "wait" -> {
          latch(words.get(1)).await();
          yield ended(Ending.ENDED, 0, "");
        }
        case "hang" -> {
          new CountDownLatch(1).await();
          yield ended(Ending.ENDED, 0, "");
        }
        case "slow" -> ended(Ending.TIMED_OUT, 124, "");
        case "missing" -> ended(Ending.NOT_STARTED, 127, "");
        default -> ended(Ending.ENDED, 0, "");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ended(Ending.STOPPED, 143, "");
    } finally {
      end(name);
    }
  }

  private synchronized void begin(Command command, String name) {
    commands.add(command);
    running.add(name);
    mostAtATime = Math.max(mostAtATime, running.size());
  }

  private synchronized void end(String name) {
    running.remove(name);
  }

  private static CommandOutcome say(String text, OutputListener listener) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    listener.printed(Channel.OUTPUT, bytes, bytes.length);
    return ended(Ending.ENDED, 0, "");
  }

  private static CommandOutcome ended(Ending ending, int code, String error) {
    byte[] bytes = error.getBytes(StandardCharsets.UTF_8);
    return new CommandOutcome(
        ending,
        code,
        ending == Ending.NOT_STARTED ? "not found" : null,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(2),
        new MeasuredUsage(
            ResourceUsage.builder().wallClockSeconds(2.0).cpuSeconds(1.0, 0.5).build(),
            new Metering(Map.of(), Map.of(), List.of())),
        KeptOutput.NOTHING,
        KeptOutput.of(bytes, bytes.length));
  }

  @Override
  public Metering metering() {
    return new Metering(Map.of(), Map.of(), List.of());
  }
}
