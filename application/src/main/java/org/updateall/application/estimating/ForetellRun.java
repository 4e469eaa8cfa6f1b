package org.updateall.application.estimating;

import io.vavr.control.Option;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.RecordedPrediction;

/**
 * Use case: say what a run that is about to begin will need, and enter that into the ledger, so
 * that it can be judged once the run is recorded under that identity.
 */
public final class ForetellRun {

  private static final Logger LOG = LoggerFactory.getLogger(ForetellRun.class);

  private final EstimateResources estimates;
  private final PredictionLedger ledger;
  private final Clock clock;

  public ForetellRun(EstimateResources estimates, PredictionLedger ledger, Clock clock) {
    this.estimates = estimates;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Estimates as {@link EstimateResources} does, of the plugins of that run. That the ledger cannot
   * be written is a warning in the result.
   *
   * @throws HistoryUnavailable if the history cannot be read; nothing is entered then
   */
  public RunEstimate foretell(RunId runId, EstimateRequest request, Progress progress) {
    return foretell(runId, request, progress, () -> true);
  }

  /**
   * The same, entered if it is still in time once it is known.
   *
   * @param inTime is asked once, before anything is entered
   */
  public RunEstimate foretell(
      RunId runId, EstimateRequest request, Progress progress, BooleanSupplier inTime) {
    RunEstimate estimate = estimates.estimate(request, progress);
    return predictions(estimate).isEmpty() || !inTime.getAsBoolean()
        ? estimate
        : enter(runId, estimate).map(estimate::withWarning).getOrElse(estimate);
  }

  /**
   * Enters what was estimated of a run that is about to begin.
   *
   * @return what the user should know if that fails
   */
  public Option<String> enter(RunId runId, RunEstimate estimate) {
    List<RecordedPrediction> predictions = predictions(estimate);
    return predictions.isEmpty()
        ? Option.none()
        : enter(new ForetoldRun(runId, clock.instant(), predictions));
  }

  /** What the user should know if that fails. */
  private Option<String> enter(ForetoldRun foretold) {
    try {
      ledger.enter(foretold);
      LOG.atInfo()
          .addKeyValue("run_id", foretold.runId())
          .addKeyValue("predictions", foretold.predictions().size())
          .log("run foretold");
      return Option.none();
    } catch (HistoryUnavailable e) {
      LOG.atWarn().setCause(e).log("what was foretold could not be entered");
      return Option.some("The predictions could not be entered in the ledger: " + e.getMessage());
    }
  }

  /**
   * What covers installing alone is not entered: runs are judged by the whole of what they took.
   */
  private static List<RecordedPrediction> predictions(RunEstimate estimate) {
    List<RecordedPrediction> predictions = new ArrayList<>();
    for (Target target : Target.values()) {
      List<Prediction> parts =
          estimate.plugins().stream()
              .filter(plugin -> plugin.coverage(target) == Coverage.WHOLE)
              .flatMap(plugin -> plugin.prediction(target).toJavaStream())
              .toList();
      parts.forEach(part -> predictions.add(RecordedPrediction.of(part, estimate.level())));
      List<Prediction> partsOfTotal =
          parts.stream().filter(part -> part.basis() != Basis.DEFAULT).toList();
      boolean whole =
          estimate.plugins().stream().allMatch(each -> each.coverage(target) == Coverage.WHOLE);
      estimate
          .total(target)
          .filter(total -> whole)
          .forEach(
              total ->
                  predictions.add(RecordedPrediction.of(total, estimate.level(), partsOfTotal)));
    }
    return predictions;
  }
}
