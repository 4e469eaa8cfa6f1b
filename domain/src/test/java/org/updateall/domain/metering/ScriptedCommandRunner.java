package org.updateall.domain.metering;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.metering.CommandOutcome.Ending;

/** A {@link CommandRunner} that plays commands from a script, and remembers which were run. */
public final class ScriptedCommandRunner implements CommandRunner {

  /**
   * What a command does.
   *
   * @param exitCode its end
   * @param lasts how long it takes, really
   * @param output to its standard output, a character for each byte (ISO 8859-1)
   * @param error to its standard error, likewise
   * @param usage what it uses, beside the elapsed time
   */
  public record Scene(
      int exitCode, Duration lasts, String output, String error, ResourceUsage usage) {

    /** Prints this text and ends with that code, in no time. */
    public static Scene of(int exitCode, String output) {
      return new Scene(exitCode, Duration.ZERO, bytes(output), "", ResourceUsage.unmeasured());
    }

    private static String bytes(String text) {
      return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
  }

  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Map<List<String>, Scene> script = new HashMap<>();
  private final List<Command> commands = Collections.synchronizedList(new ArrayList<>());
  private final Clock clock;

  public ScriptedCommandRunner(Clock clock) {
    this.clock = clock;
  }

  /** What happens when these words are run; what has no scene is not found. */
  public synchronized ScriptedCommandRunner on(List<String> words, Scene scene) {
    script.put(List.copyOf(words), scene);
    return this;
  }

  /** What was asked for, in order. */
  public List<Command> commands() {
    return List.copyOf(commands);
  }

  @Override
  public CommandOutcome run(Command command, OutputListener listener) {
    commands.add(command);
    Scene scene = scene(command);
    Instant start = clock.instant();
    if (scene == null) {
      return outcome(Ending.NOT_STARTED, 127, start, null, List.of());
    }
    Duration limit = command.timeLimit() == null ? PATIENCE : command.timeLimit();
    boolean tooLong = scene.lasts().compareTo(limit) > 0;
    long began = System.nanoTime();
    try {
      Thread.sleep((tooLong ? limit : scene.lasts()).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return outcome(Ending.STOPPED, 143, start, usage(scene, began), List.of());
    }
    Ending ending = tooLong ? Ending.TIMED_OUT : Ending.ENDED;
    List<KeptOutput> kept =
        List.of(
            tell(listener, Channel.OUTPUT, scene.output().getBytes(ISO_8859_1)),
            tell(listener, Channel.ERROR, scene.error().getBytes(ISO_8859_1)));
    return outcome(ending, tooLong ? 124 : scene.exitCode(), start, usage(scene, began), kept);
  }

  private synchronized @Nullable Scene scene(Command command) {
    return script.get(command.arguments());
  }

  private static KeptOutput tell(OutputListener listener, Channel channel, byte[] bytes) {
    if (bytes.length > 0) {
      try {
        listener.printed(channel, bytes.clone(), bytes.length);
      } catch (IllegalStateException e) {
        // As the port says: it does not reach the command.
        return kept(bytes);
      }
    }
    return kept(bytes);
  }

  private static KeptOutput kept(byte[] bytes) {
    int from = Math.max(0, bytes.length - KeptOutput.MOST_BYTES);
    return KeptOutput.of(java.util.Arrays.copyOfRange(bytes, from, bytes.length), bytes.length);
  }

  private static ResourceUsage usage(Scene scene, long began) {
    ResourceUsage usage = scene.usage();
    return ResourceUsage.builder()
        .wallClockSeconds((System.nanoTime() - began) / 1e9)
        .cpuSeconds(usage.cpuUserSeconds(), usage.cpuKernelSeconds())
        .memoryBytes(usage.memoryPeakBytes(), usage.memoryAverageBytes())
        .ioBytes(usage.ioReadBytes(), usage.ioWriteBytes())
        .networkBytes(usage.networkReceivedBytes(), usage.networkSentBytes())
        .downloadSizeBytes(usage.downloadSizeBytes())
        .build();
  }

  private CommandOutcome outcome(
      Ending ending,
      int exitCode,
      Instant start,
      @Nullable ResourceUsage usage,
      List<KeptOutput> kept) {
    Instant end = clock.instant();
    return new CommandOutcome(
        ending,
        exitCode,
        ending == Ending.NOT_STARTED ? "no scene" : null,
        start,
        end.isBefore(start) ? start : end,
        new MeasuredUsage(
            usage == null ? ResourceUsage.unmeasured() : usage, metering(usage != null)),
        kept.isEmpty() ? KeptOutput.NOTHING : kept.get(0),
        kept.isEmpty() ? KeptOutput.NOTHING : kept.get(1));
  }

  @Override
  public Metering metering() {
    return metering(true);
  }

  private static Metering metering(boolean timed) {
    Map<Figure, String> absences = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      absences.put(figure, "only played");
    }
    Map<Figure, MeteringMethod> methods = new EnumMap<>(Figure.class);
    if (timed) {
      absences.remove(Figure.WALL_CLOCK);
      methods.put(Figure.WALL_CLOCK, MeteringMethod.MONOTONIC_CLOCK);
    }
    return new Metering(methods, absences, List.of());
  }
}
