package org.updateall.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;

/**
 * Brings the values of executions that cover different parts of an update onto one scale, so that a
 * series never mixes them: many logs know how long installing took, and nothing of the download
 * before it.
 *
 * <p>Where no execution covers a whole update and tells how long installing took within it, either
 * the whole ones make the series or, as long as these are few, installing alone. Where some do, the
 * values of installing are multiplied by what whole updates took over what installing took within
 * them: the median over the first {@value #PAIRS} that tell, so that the past of a series does not
 * change with every run.
 */
final class OneScale {

  private static final int PAIRS = 5;
  private static final int FEW = 5;

  private final Target target;
  private final Coverage coverage;

  /** What a value of installing is multiplied by; absent where such values are left out. */
  private final @Nullable Double factor;

  private OneScale(Target target, Coverage coverage, @Nullable Double factor) {
    this.target = target;
    this.coverage = coverage;
    this.factor = factor;
  }

  static OneScale of(List<TrainingRow> rows, Target target) {
    List<ExecutionOutcome> measured =
        rows.stream()
            .map(TrainingRow::outcome)
            .filter(outcome -> outcome.status() == ExecutionStatus.SUCCESS)
            .filter(outcome -> target.measuredIn(outcome) != null)
            .toList();
    long installs = measured.stream().filter(each -> each.coverage() == Coverage.INSTALL).count();
    if (installs == 0) {
      return new OneScale(target, Coverage.WHOLE, null);
    }
    List<Double> ratios = ratios(measured, target);
    if (!ratios.isEmpty()) {
      return new OneScale(target, Coverage.WHOLE, median(ratios));
    }
    long wholes = measured.size() - installs;
    return wholes >= Math.min(FEW, installs)
        ? new OneScale(target, Coverage.WHOLE, null)
        : new OneScale(target, Coverage.INSTALL, 1.0);
  }

  /** Which part of an update the values cover. */
  Coverage coverage() {
    return coverage;
  }

  /** What an execution came to on that scale; absent if it tells nothing on it. */
  @Nullable Double valueOf(ExecutionOutcome outcome) {
    Double value = target.measuredIn(outcome);
    if (value == null || outcome.coverage() == coverage) {
      return value;
    }
    return coverage == Coverage.WHOLE && factor != null ? (Double) (value * factor) : null;
  }

  private static List<Double> ratios(List<ExecutionOutcome> measured, Target target) {
    List<Double> ratios = new ArrayList<>();
    for (ExecutionOutcome outcome : measured) {
      Double whole = outcome.wallClockSeconds();
      Double install = outcome.installSeconds();
      if (target == Target.WALL_CLOCK
          && ratios.size() < PAIRS
          && outcome.coverage() == Coverage.WHOLE
          && whole != null
          && install != null
          && install > 0
          && install < whole) {
        ratios.add(whole / install);
      }
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).sum() / 2;
  }
}
