package org.updateall.modeling.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Consecutive values of one series with the occasions on which they came, oldest first. A value may
 * be missing, which is NaN, or censored: then the true one is known to be at least what stands
 * there. Occasions come in time order; several may share their time. Immutable.
 */
public final class TimeSeries {

  private static final double SECONDS_PER_DAY = 86_400;

  private final double[] values;
  private final List<Occasion> occasions;
  private final BitSet censored;
  private final int period;

  /**
   * @param values one for each occasion; NaN where it is missing
   * @param occasions in time order
   * @param censored the places of values that are lower bounds only
   * @param period how many values make one season; 1 if nothing is known of seasons
   * @throws IllegalArgumentException if the lengths differ, a value is infinite, or the period is
   *     below 1
   */
  public TimeSeries(double[] values, List<Occasion> occasions, BitSet censored, int period) {
    if (values.length != occasions.size()) {
      throw new IllegalArgumentException(
          "%d values on %d occasions".formatted(values.length, occasions.size()));
    }
    if (period < 1) {
      throw new IllegalArgumentException("the period is below 1: " + period);
    }
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("a value is infinite: " + value);
      }
    }
    this.values = values.clone();
    this.occasions = List.copyOf(occasions);
    this.censored = (BitSet) censored.clone();
    this.period = period;
  }

  /** Values a day apart, of whose seasons nothing is known. */
  public static TimeSeries of(double... values) {
    List<Occasion> days = new ArrayList<>(values.length);
    for (int day = 0; day < values.length; day++) {
      days.add(new Occasion(SECONDS_PER_DAY * day));
    }
    return new TimeSeries(values, days, new BitSet(), 1);
  }

  public int size() {
    return values.length;
  }

  public boolean isEmpty() {
    return values.length == 0;
  }

  /** The value at that place: NaN if it is missing, a lower bound if it is censored. */
  public double value(int index) {
    return values[index];
  }

  /** All values: NaN where one is missing, a lower bound where it is censored. */
  public double[] values() {
    return values.clone();
  }

  /** All values: NaN where one is missing or censored. */
  public double[] observedValues() {
    double[] observed = values.clone();
    censored.stream()
        .filter(index -> index < observed.length)
        .forEach(i -> observed[i] = Double.NaN);
    return observed;
  }

  /** The values that are neither missing nor censored, without gaps. */
  public double[] withoutGaps() {
    return Arrays.stream(observedValues()).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** How many values are neither missing nor censored. */
  public int observed() {
    return (int) IntStream.range(0, size()).filter(this::isObserved).count();
  }

  /**
   * @throws IllegalArgumentException if fewer values than that are observed
   */
  public void requireObserved(int least) {
    int observed = observed();
    if (observed < least) {
      throw new IllegalArgumentException(
          "%d observed values, at least %d are needed".formatted(observed, least));
    }
  }

  public boolean isCensored(int index) {
    return censored.get(index);
  }

  /** Whether the value at that place is neither missing nor censored. */
  public boolean isObserved(int index) {
    return !Double.isNaN(values[index]) && !censored.get(index);
  }

  public Occasion occasion(int index) {
    return occasions.get(index);
  }

  public List<Occasion> occasions() {
    return occasions;
  }

  /** How many values make one season; 1 if nothing is known of seasons. */
  public int period() {
    return period;
  }

  /** How many covariates the occasions have. */
  public int covariates() {
    return occasions.isEmpty() ? 0 : occasions.get(0).covariates();
  }

  /** The same with seasons of that many values. */
  public TimeSeries withPeriod(int length) {
    return new TimeSeries(values, occasions, censored, length);
  }

  /** The same without any covariate. */
  public TimeSeries withoutCovariates() {
    List<Occasion> plain = occasions.stream().map(Occasion::withoutCovariates).toList();
    return new TimeSeries(values, plain, censored, period);
  }

  /** The same values and occasions from the beginning, so many of them. */
  public TimeSeries first(int count) {
    return between(0, count);
  }

  /** At most so many of the newest values with their occasions. */
  public TimeSeries last(int count) {
    return between(Math.max(0, size() - count), size());
  }

  /** The values from that place to before the other. */
  public TimeSeries between(int from, int to) {
    return new TimeSeries(
        Arrays.copyOfRange(values, from, to),
        occasions.subList(from, to),
        censored.get(from, to),
        period);
  }

  /** The same series with every value that is not missing put through the function. */
  public TimeSeries map(DoubleUnaryOperator function) {
    double[] mapped = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      mapped[i] = Double.isNaN(values[i]) ? Double.NaN : function.applyAsDouble(values[i]);
    }
    return new TimeSeries(mapped, occasions, censored, period);
  }

  /**
   * The next occasions as they are to be expected: as far apart as is usual in the series (the
   * median distance; a day if there is none), without covariates.
   */
  public List<Occasion> expected(int horizon) {
    double step = usualStep();
    double begin = isEmpty() ? -step : occasions.get(size() - 1).time();
    double[] unknown = new double[covariates()];
    Arrays.fill(unknown, Double.NaN);
    List<Occasion> next = new ArrayList<>(horizon);
    for (int i = 1; i <= horizon; i++) {
      next.add(new Occasion(begin + i * step, unknown));
    }
    return next;
  }

  /** The median distance between neighbours, in seconds; a day if that is 0 or there are none. */
  public double usualStep() {
    if (size() < 2) {
      return SECONDS_PER_DAY;
    }
    double[] steps = new double[size() - 1];
    for (int i = 1; i < size(); i++) {
      steps[i - 1] = occasions.get(i).time() - occasions.get(i - 1).time();
    }
    Arrays.sort(steps);
    double median = steps[steps.length / 2];
    return median > 0 ? median : SECONDS_PER_DAY;
  }

  /** Equal if values, occasions, what is censored, and the period are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries that
        && Arrays.equals(values, that.values)
        && occasions.equals(that.occasions)
        && censored.equals(that.censored)
        && period == that.period;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + occasions.hashCode();
  }

  @Override
  public String toString() {
    return "TimeSeries" + Arrays.toString(values);
  }
}
