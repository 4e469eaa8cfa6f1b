package org.updateall.adapters.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.Applicability;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.StepReader;
import org.updateall.domain.updating.UpdatePlugin;

/** An executable that speaks the external plugin protocol. */
final class ProtocolPlugin implements UpdatePlugin {

  /** How long a question may take that needs no network. */
  static final Duration QUICK = Duration.ofSeconds(30);

  /** How long an estimate may take, where more is allowed. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Not applicable; 1 says so too, where nothing else can be meant. */
  private static final int NOT_APPLICABLE = 3;

  private static final int WRONG_ARGUMENTS = 2;

  private final PluginName name;
  private final Path file;
  private final Asking asking;
  private final LongSupplier nanoTime;
  private @Nullable PluginPlan plan;

  ProtocolPlugin(PluginName name, Path file, Asking asking, LongSupplier nanoTime) {
    this.name = name;
    this.file = file;
    this.asking = asking;
    this.nanoTime = nanoTime;
  }

  @Override
  public PluginName name() {
    return name;
  }

  @Override
  public PluginOrigin origin() {
    return PluginOrigin.PROTOCOL;
  }

  @Override
  public Applicability applicability(Duration limit) {
    Asking.Answer answer = ask("is-applicable", new Deadline(nanoTime, limit).left(QUICK));
    if (answer.failure() != null) {
      return Applicability.unknown(answer.failure());
    }
    return switch (answer.exitCode()) {
      case 0 -> Applicability.applies();
      case 1, NOT_APPLICABLE -> Applicability.doesNotApply("it says that it does not apply here");
      default -> Applicability.unknown(answer.reason("is-applicable"));
    };
  }

  @Override
  public synchronized PluginPlan plan() {
    if (plan == null) {
      plan = new ProtocolQuestions(question -> ask(question, QUICK)).plan(file);
    }
    return plan;
  }

  @Override
  public PreflightReport preflight(Duration limit) {
    Deadline deadline = new Deadline(nanoTime, limit);
    Applicability applicability = applicability(limit);
    return switch (applicability.verdict()) {
      case DOES_NOT_APPLY ->
          PreflightReport.notApplicable(name, applicability.reason(), deadline.passed());
      case UNKNOWN -> PreflightReport.failed(name, applicability.reason(), deadline.passed());
      case APPLIES -> estimate(deadline);
    };
  }

  @Override
  public StepReader reader(PluginStep step) {
    return new StepOutputReader(step.phase(), OutputPatterns.NONE);
  }

  private PreflightReport estimate(Deadline deadline) {
    Asking.Answer answer = ask("estimate-update", deadline.left(LONGEST));
    if (answer.failure() != null) {
      return PreflightReport.failed(name, answer.failure(), deadline.passed());
    }
    if (EstimateFormat.saysNotApplicable(answer.output()) || answer.exitCode() == NOT_APPLICABLE) {
      return PreflightReport.notApplicable(
          name, "it says that it does not apply here", deadline.passed());
    }
    return answer.exitCode() == 0 ? read(answer, deadline) : refusal(answer, deadline);
  }

  private PreflightReport read(Asking.Answer answer, Deadline deadline) {
    return new EstimateFormat()
        .read(answer.output())
        .fold(
            reason -> PreflightReport.failed(name, "estimate-update: " + reason, deadline.passed()),
            work -> PreflightReport.of(name, work, deadline.passed()));
  }

  /**
   * 1 is both a failure and a command that a plugin does not know, and none has to know this one.
   */
  private PreflightReport refusal(Asking.Answer answer, Deadline deadline) {
    boolean optional = answer.exitCode() == 1 || answer.exitCode() == WRONG_ARGUMENTS;
    boolean explains = JsonText.object(answer.output()).isDefined();
    String reason = answer.reason("estimate-update");
    return optional && !explains
        ? PreflightReport.untold(
            name, "it gives no estimate (%s)".formatted(reason), deadline.passed())
        : PreflightReport.failed(
            name,
            new EstimateFormat().read(answer.output()).swap().getOrElse(reason),
            deadline.passed());
  }

  private Asking.Answer ask(String question, Duration limit) {
    return asking.ask(List.of(file.toString(), question), DeclarationReader.PLAIN_LANGUAGE, limit);
  }
}
