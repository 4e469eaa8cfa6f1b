package org.updateall.modeling.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.conformal.SnappedBounds;
import org.updateall.modeling.numbers.SortedWindow;
import org.updateall.modeling.scale.Power;

/**
 * Predictive quantiles by eleven experts, weighed by what they have earned, and corrected by one
 * conformal factor.
 *
 * <p>For each of the powers 1, 1/2 and 0 an expert takes errors as symmetric on that scale and one
 * takes them as they are ({@link ScaledErrors}); two rest on the last thirty errors, by rank and by
 * interpolation; three on the last 20, 50 and 200 values whatever the point is. The prior weights
 * were set on the development series and make little difference.
 */
public final class ExpertIntervals implements IntervalMethod {

  static final int SCORES = 300;
  static final int EARLY = 5;
  static final int VALUES = 200;
  static final int ERRORS = 30;

  private static final double[] PRIORS = {
    0.25,
    0.08, // power 1: symmetric, asymmetric
    0.30,
    0.10, // power 1/2
    0.05,
    0.04, // power 0
    0.03,
    0.05, // last errors: ranked, interpolated
    0.05,
    0.03,
    0.02 // last values: 20, 50, 200
  };

  static final int EXPERTS = PRIORS.length;

  private static final int ENOUGH_ERRORS = 3;
  private static final int ENOUGH_VALUES = 5;
  private static final int[] CLIMATOLOGIES = {20, 50, VALUES};
  private static final double MOST_TIMES_THE_LARGEST = 30;
  private static final double NEGLIGIBLE = 1e-6;
  private static final double ROUNDING = 1e-9;

  private final List<ScaledErrors> scales;
  private final SortedWindow values = new SortedWindow(VALUES);
  private final SortedWindow errors = new SortedWindow(ERRORS);
  private final ExpertWeights weights = new ExpertWeights(PRIORS);
  private final ConformalFactor factor = new ConformalFactor();
  private final List<Double> early = new ArrayList<>();
  private int told;
  private @Nullable Said latest;

  /** What the last values say, which holds until the next. */
  private @Nullable List<double[]> climatologies;

  private ExpertIntervals(List<ScaledErrors> scales) {
    this.scales = scales;
  }

  /** That have seen nothing yet. */
  public static ExpertIntervals of(ReferenceErrors reference) {
    return new ExpertIntervals(
        Stream.of(Power.values()).map(power -> new ScaledErrors(power, reference)).toList());
  }

  static ExpertIntervals of(ExpertState state, ReferenceErrors reference) {
    ExpertIntervals intervals =
        new ExpertIntervals(
            state.scales().stream().map(each -> ScaledErrors.of(each, reference)).toList());
    intervals.values.addAll(state.values());
    intervals.errors.addAll(state.errors());
    intervals.weights.restore(state.count(), state.losses());
    intervals.factor.restore(state.factor());
    intervals.early.addAll(state.early());
    intervals.told = state.told();
    intervals.settleScales();
    return intervals;
  }

  @Override
  public ExpertState state() {
    return new ExpertState(
        told,
        early,
        values.values(),
        errors.values(),
        scales.stream().map(ScaledErrors::state).toList(),
        weights.count(),
        weights.losses(),
        factor.state());
  }

  @Override
  public int scores() {
    return Math.min(SCORES, told);
  }

  /** What the experts say about one point, and together. */
  private static final class Said {
    private final double point;
    private final double[][] single;
    private final double[] together;

    private Said(double point, double[][] single, double[] together) {
      this.point = point;
      this.single = single;
      this.together = together;
    }
  }

  @Override
  public double[] quantiles(double point, double growth) {
    SnappedBounds snapped = new SnappedBounds(values.sorted(), scales.get(0).scale().offset());
    if (isExact()) {
      return Levels.everywhere(snapped.snap(point));
    }
    Said said = growth == 1 ? said(point) : ask(point, growth);
    double[] quantiles = factor.applied(said.together, point);
    double least = 0;
    for (int place = 0; place < Levels.COUNT; place++) {
      least = Math.max(least, snapped.snap(Math.min(Double.MAX_VALUE, quantiles[place])));
      quantiles[place] = least;
    }
    return quantiles;
  }

  /** Whether nothing is known yet, or no forecast of late was wrong. */
  private boolean isExact() {
    boolean enough = values.size() == 0 || told >= ENOUGH_VALUES;
    return enough && Arrays.stream(errors.sorted()).allMatch(error -> error == 0);
  }

  private Said said(double point) {
    Said known = latest;
    if (known == null || known.point != point) {
      known = ask(point, 1);
      latest = known;
    }
    return known;
  }

  private Said ask(double point, double growth) {
    double[][] single = new double[EXPERTS][];
    int k = 0;
    for (ScaledErrors scale : scales) {
      single[k++] = scale.symmetric(point, growth, told);
      single[k++] = scale.asymmetric(point, growth, told);
    }
    boolean fewErrors = told < ENOUGH_ERRORS;
    double[] newest = errors.newest(ERRORS);
    single[k++] = fewErrors ? single[0] : RecentValues.ranked(point, growth, newest);
    single[k++] = fewErrors ? single[0] : RecentValues.interpolated(point, growth, newest);
    for (double[] climatology : told < ENOUGH_VALUES ? threeTimes(single[0]) : climatologies()) {
      single[k++] = climatology;
    }
    return new Said(point, single, together(single, mostBelievable(point, growth)));
  }

  private static List<double[]> threeTimes(double[] quantiles) {
    return List.of(quantiles, quantiles, quantiles);
  }

  private List<double[]> climatologies() {
    List<double[]> known = climatologies;
    if (known == null) {
      known =
          Arrays.stream(CLIMATOLOGIES)
              .mapToObj(span -> RecentValues.climatology(values.newest(span)))
              .toList();
      climatologies = known;
    }
    return known;
  }

  /**
   * After a few values the outermost quantiles of other series' errors, taken on a logarithm, may
   * be beyond all measure, and one of them would carry a whole total away.
   */
  private double mostBelievable(double point, double growth) {
    double largest = values.size() == 0 ? point : Math.max(point, values.largest());
    return largest > 0 ? MOST_TIMES_THE_LARGEST * growth * largest : Double.POSITIVE_INFINITY;
  }

  private double[] together(double[][] single, double most) {
    double[] weight = weights.weights();
    double sum = Arrays.stream(weight).filter(each -> each > NEGLIGIBLE).sum();
    double[] together = new double[Levels.COUNT];
    for (int k = 0; k < EXPERTS; k++) {
      for (int place = 0; weight[k] > NEGLIGIBLE && place < Levels.COUNT; place++) {
        together[place] += weight[k] / sum * Math.min(most, single[k][place]);
      }
    }
    for (int place = 1; place < Levels.COUNT; place++) {
      together[place] = Math.max(together[place - 1], together[place]);
    }
    return together;
  }

  @Override
  public void observe(double value, double point) {
    if (values.size() > 0) {
      judge(value, point);
    }
    values.add(value);
    if (early.size() < EARLY && value > 0) {
      early.add(value);
      settleScales();
    }
    latest = null;
    climatologies = null;
  }

  private void judge(double value, double point) {
    Said said = said(point);
    weights.judge(value, said.single);
    factor.observe(value, point, said.together);
    scales.forEach(scale -> scale.add(value, point, told));
    boolean same = Math.abs(value - point) <= ROUNDING * value;
    errors.add(same ? 0 : value - point);
    told++;
  }

  private void settleScales() {
    double[] first = early.stream().mapToDouble(each -> each).toArray();
    scales.forEach(scale -> scale.settle(first));
  }
}
