package org.updateall.domain.updating;

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
    return Applicability.applies();
  }

  @Override
  public PluginPlan plan() {
    PluginStep step =
        new PluginStep(
            "update",
            StepPhase.EXECUTE,
            List.of("true"),
            Map.of(),
            false,
            Duration.ofMinutes(1),
            PluginStep.ZERO);
    return new PluginPlan(List.of(step), Map.of(), Set.of(), Set.of(), List.of());
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
        return List.of();
      }

      @Override
      public List<ProgressEvent> ended(int exitCode) {
        return List.of();
      }

      @Override
      public StepOutcome outcome() {
        return StepOutcome.UNTOLD;
      }
    };
  }
}
