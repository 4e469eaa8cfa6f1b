package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * An execution of a plugin, with what models learn from it of one target.
 *
 * @param outcome the execution
 * @param observation what it came to, on the {@link OneScale one scale} of its series; of one that
 *     was cut off by its time limit, a lower bound
 */
public record MeasuredRun(ExecutionOutcome outcome, Observation observation) {

  public MeasuredRun {
    requireNonNull(outcome, "outcome");
    requireNonNull(observation, "observation");
  }

  /** The executions that tell something of that target, in the order of the table. */
  public static List<MeasuredRun> of(TrainingTable table, Target target) {
    return of(table, OneScale.of(table.rows(), target));
  }

  static List<MeasuredRun> of(TrainingTable table, OneScale scale) {
    List<MeasuredRun> measured = new ArrayList<>();
    for (TrainingRow row : table.rows()) {
      ExecutionOutcome outcome = row.outcome();
      boolean cutOff = outcome.status() == ExecutionStatus.TIMEOUT;
      Double value = scale.valueOf(outcome);
      if (value != null && (cutOff || outcome.status() == ExecutionStatus.SUCCESS)) {
        measured.add(
            new MeasuredRun(
                outcome,
                new Observation(outcome.startedAt(), value, known(row.announced()), cutOff)));
      }
    }
    return measured;
  }

  static Covariates known(Announcement announced) {
    Map<String, Double> known = new HashMap<>();
    if (announced.packages() != null) {
      known.put(Covariates.PACKAGES, announced.packages().doubleValue());
    }
    if (announced.downloadBytes() != null) {
      known.put(Covariates.DOWNLOAD_BYTES, announced.downloadBytes().doubleValue());
    }
    return known.isEmpty() ? Covariates.NONE : Covariates.of(known);
  }
}
