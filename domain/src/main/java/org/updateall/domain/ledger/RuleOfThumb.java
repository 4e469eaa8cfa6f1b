package org.updateall.domain.ledger;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.updateall.domain.forecast.Observation;

/** What users would go by if nothing better were at hand. */
public enum RuleOfThumb {
  /** As the last successful run. */
  LAST_RUN {
    @Override
    double of(double[] past) {
      return past[past.length - 1];
    }
  },
  /**
   * The mean of the last three successful runs, or of as many as there are, as Jenkins shows it.
   */
  MEAN_OF_THREE {
    @Override
    double of(double[] past) {
      return mean(Arrays.copyOfRange(past, Math.max(0, past.length - 3), past.length));
    }
  },
  /**
   * As the Python update-all estimates: the mean of the successful runs of the last 90 days; of
   * five or more without those beyond two standard deviations, if three are left.
   */
  TRIMMED_MEAN {
    @Override
    double of(double[] past) {
      double[] near = past.length < FEWEST_TO_TRIM ? past : withoutOutliers(past);
      return mean(near.length < FEWEST_LEFT ? past : near);
    }

    @Override
    boolean looksAt(Observation observation, Instant now) {
      return !observation.time().isBefore(now.minus(LOOK_BACK));
    }
  };

  private static final int FEWEST_TO_TRIM = 5;
  private static final int FEWEST_LEFT = 3;
  private static final double DEVIATIONS = 2;
  private static final Duration LOOK_BACK = Duration.ofDays(90);

  /** The name in machine-readable output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the rule says of a run that begins at that time.
   *
   * @param past what the successful runs before it came to, oldest first
   * @return none if it looks at none of them
   */
  public Option<Double> forecast(List<Observation> past, Instant now) {
    double[] values =
        past.stream().filter(each -> looksAt(each, now)).mapToDouble(Observation::value).toArray();
    return Option.when(values.length > 0, () -> of(values));
  }

  /**
   * @param past at least one value, oldest first
   */
  abstract double of(double[] past);

  boolean looksAt(Observation observation, Instant now) {
    return true;
  }

  private static double[] withoutOutliers(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double reach = DEVIATIONS * Math.sqrt(squares / (values.length - 1));
    return Arrays.stream(values).filter(value -> Math.abs(value - mean) <= reach).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
