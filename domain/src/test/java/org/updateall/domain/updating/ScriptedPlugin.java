package org.updateall.domain.updating;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Channel;

/** A plugin that answers as it was told. */
public final class ScriptedPlugin implements UpdatePlugin {

  private final PluginName name;
  private final Function<Duration, PreflightReport> preflight;
  private final AtomicInteger questions = new AtomicInteger();
  private PluginPlan plan = planOf(Map.of(), Set.of(), Set.of(), step("update", "true"));
  private Applicability applicability = Applicability.applies();
  private StepOutcome outcome = StepOutcome.UNTOLD;

  /**
   * @param preflight what it answers when given so much time
   */
  public ScriptedPlugin(PluginName name, Function<Duration, PreflightReport> preflight) {
    this.name = name;
    this.preflight = preflight;
  }

  /** One that has that work to do. */
  public static ScriptedPlugin with(String name, AnnouncedWork work) {
    PluginName plugin = new PluginName(name);
    return new ScriptedPlugin(plugin, limit -> PreflightReport.of(plugin, work, Duration.ZERO));
  }

  /** How often it was asked anything. */
  public int questions() {
    return questions.get();
  }

  @Override
  public PluginName name() {
    return name;
  }

  @Override
  public PluginOrigin origin() {
    return PluginOrigin.DECLARED;
  }

  @Override
  public Applicability applicability(Duration limit) {
    questions.incrementAndGet();
    return applicability;
  }

  /** That says so of this machine, in the place of that it applies. */
  public ScriptedPlugin saying(Applicability other) {
    applicability = other;
    return this;
  }

  @Override
  public PluginPlan plan() {
    return plan;
  }

  /** With that plan in the place of a single step that runs {@code true}. */
  public ScriptedPlugin planning(PluginPlan other) {
    plan = other;
    return this;
  }

  /** Each of whose steps says that it did so much. */
  public ScriptedPlugin telling(StepOutcome what) {
    outcome = what;
    return this;
  }

  public static PluginPlan planOf(
      Map<StepPhase, Set<String>> mutexes,
      Set<PluginName> after,
      Set<PluginName> conflicts,
      PluginStep... steps) {
    return new PluginPlan(List.of(steps), mutexes, after, conflicts, List.of());
  }

  /** A step of the phase EXECUTE that does not need root. */
  public static PluginStep step(String name, String... command) {
    return new PluginStep(
        name,
        StepPhase.EXECUTE,
        List.of(command),
        Map.of(),
        false,
        Duration.ofMinutes(1),
        PluginStep.ZERO);
  }

  @Override
  public PreflightReport preflight(Duration limit) {
    questions.incrementAndGet();
    return preflight.apply(limit);
  }

  @Override
  public StepReader reader(PluginStep step) {
    return new StepReader() {
      @Override
      public List<ProgressEvent> accept(Channel channel, byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
        return text.matches("[0-9]+%")
            ? List.of(
                new ProgressEvent.Advanced(
                    StepPhase.EXECUTE,
                    Double.valueOf(text.substring(0, text.length() - 1)),
                    text,
                    null,
                    null,
                    null,
                    null))
            : List.of();
      }

      @Override
      public List<ProgressEvent> ended(int exitCode) {
        return List.of();
      }

      @Override
      public StepOutcome outcome() {
        return outcome;
      }
    };
  }
}
