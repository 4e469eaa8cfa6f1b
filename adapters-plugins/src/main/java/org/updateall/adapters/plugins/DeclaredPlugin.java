package org.updateall.adapters.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.Applicability;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.StepReader;
import org.updateall.domain.updating.UpdatePlugin;

/** A plugin that is declared, by the user or by this program. */
final class DeclaredPlugin implements UpdatePlugin {

  private final Declaration declaration;
  private final Programs programs;
  private final Asking asking;
  private final LongSupplier nanoTime;

  DeclaredPlugin(Declaration declaration, Programs programs, Asking asking, LongSupplier nanoTime) {
    this.declaration = declaration;
    this.programs = programs;
    this.asking = asking;
    this.nanoTime = nanoTime;
  }

  @Override
  public PluginName name() {
    return declaration.name();
  }

  @Override
  public PluginOrigin origin() {
    return declaration.origin();
  }

  @Override
  public Applicability applicability(Duration limit) {
    List<String> missing =
        declaration.programs().stream().filter(program -> !programs.has(program)).toList();
    return missing.isEmpty()
        ? Applicability.applies()
        : Applicability.doesNotApply("there is no " + String.join(", no ", missing));
  }

  @Override
  public PluginPlan plan() {
    return declaration.plan();
  }

  @Override
  public PreflightReport preflight(Duration limit) {
    Deadline deadline = new Deadline(nanoTime, limit);
    Applicability applicability = applicability(limit);
    if (applicability.verdict() != Applicability.Verdict.APPLIES) {
      return PreflightReport.notApplicable(name(), applicability.reason(), deadline.passed());
    }
    Enquiry enquiry = new Enquiry(deadline);
    declaration.preflight().forEach(enquiry::make);
    return enquiry.report();
  }

  @Override
  public StepReader reader(PluginStep step) {
    return new StepOutputReader(
        step.phase(), declaration.outputs().getOrDefault(step.name(), OutputPatterns.NONE));
  }

  /** The pre-flight commands, one after another, and what they have told so far. */
  private final class Enquiry {

    private final Deadline deadline;
    private final List<String> failures = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();
    private WorkSoFar work = WorkSoFar.UNASKED;

    private Enquiry(Deadline deadline) {
      this.deadline = deadline;
    }

    private void make(PreflightCommand command) {
      boolean needless = work.isAsked() && (command.otherwise() || work.isNothing());
      if (needless) {
        return;
      }
      if (!programs.has(command.program())) {
        untold.add("there is no " + command.program());
      } else if (deadline.isOver()) {
        failures.add("the time allowed was over before it was asked everything");
      } else {
        if (command.otherwise()) {
          failures.clear();
        }
        take(
            command,
            asking.ask(
                command.command(), declaration.environment(), deadline.left(command.timeout())));
      }
    }

    private void take(PreflightCommand command, Asking.Answer answer) {
      int code = answer.exitCode();
      if (answer.failure() == null && command.nothingCodes().contains(code)) {
        work = work.and(AnnouncedWork.NOTHING);
      } else if (answer.failure() == null && command.untoldCodes().contains(code)) {
        untold.add(answer.reason(command.program()));
      } else if (answer.failure() != null && deadline.isOver()) {
        failures.add("it did not answer within " + deadline.inWords());
      } else if (answer.failure() != null || !command.answerCodes().contains(code)) {
        failures.add(answer.reason(command.program()));
      } else if (command.format() != null) {
        String printed = answer.output();
        command
            .format()
            .read(printed)
            .peek(told -> work = work.and(told))
            .peekLeft(reason -> failures.add(command.program() + ": " + reason));
      } else {
        work = work.and(AnnouncedWork.UNTOLD);
      }
    }

    private PreflightReport report() {
      if (!failures.isEmpty() && !work.isNothing()) {
        return PreflightReport.failed(name(), failures.get(0), deadline.passed());
      }
      if (work.isAsked()) {
        return PreflightReport.of(name(), work.told(), deadline.passed());
      }
      String reason = untold.isEmpty() ? "it has no pre-flight command" : untold.get(0);
      return PreflightReport.untold(name(), reason, deadline.passed());
    }
  }
}
