package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.RunId;

/**
 * Everything that was foretold of one run before it began.
 *
 * @param runId which run; whether it was ever recorded is not known here
 * @param madeAt when it was foretold, to the microsecond
 * @param predictions at most one for each plugin and target, and one total for each target
 */
public record ForetoldRun(RunId runId, Instant madeAt, List<RecordedPrediction> predictions) {

  /**
   * @throws IllegalArgumentException if there is no prediction, or two are of the same plugin and
   *     target
   */
  public ForetoldRun {
    requireNonNull(runId, "runId");
    madeAt = madeAt.truncatedTo(ChronoUnit.MICROS);
    predictions = List.copyOf(predictions);
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("nothing is foretold of run " + runId);
    }
    requireDistinct(predictions);
  }

  /** What was foretold of the plugins in that target, without the total. */
  public List<RecordedPrediction> parts(Target target) {
    return predictions.stream().filter(each -> each.target() == target && !each.isTotal()).toList();
  }

  /**
   * The predictions that the total of that target is made of: a stated default is no part of it.
   */
  public List<RecordedPrediction> partsOfTotal(Target target) {
    return parts(target).stream().filter(each -> each.basis() != Basis.DEFAULT).toList();
  }

  /** The total of that target. */
  public Option<RecordedPrediction> total(Target target) {
    return Option.ofOptional(
        predictions.stream().filter(each -> each.target() == target && each.isTotal()).findFirst());
  }

  private static void requireDistinct(List<RecordedPrediction> predictions) {
    Set<List<Object>> seen = new HashSet<>();
    for (RecordedPrediction each : predictions) {
      String plugin = each.plugin() == null ? "" : each.plugin().value();
      if (!seen.add(Arrays.asList(plugin, each.target()))) {
        throw new IllegalArgumentException(
            "foretold twice: %s of %s"
                .formatted(each.target().wireName(), plugin.isEmpty() ? "all plugins" : plugin));
      }
    }
  }
}
