package org.updateall.modeling.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.scale.PowerScale;

/**
 * The members that are told every value, with their prior weights. Those that go by covariates have
 * half of the weight between them, wherever the covariates are known.
 */
final class CheapMembers {

  private static final int[] MEDIANS = {1, 3, 5, 7, 10, 25};
  private static final double[] SIGNAL_TO_NOISE = {0, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 4};
  private static final int ANALOGUES = 7;
  private static final int LAGS = 8;
  private static final int DRIFT = 10;

  private static final int SEASONS = 3;

  private final List<Member> members = new ArrayList<>();
  private final List<Double> priors = new ArrayList<>();
  private final ShiftingLevel shifting = new ShiftingLevel();

  private CheapMembers() {}

  static CheapMembers of(PowerScale scale, int covariates, int period) {
    CheapMembers cheap = new CheapMembers();
    cheap.addPlain();
    cheap.add(1, new Hurdle(scale.toScale(0)));
    if (period > 1) {
      cheap.add(1, new SeasonalMedian(period, SEASONS));
    }
    cheap.addCovariates(scale, covariates);
    return cheap;
  }

  private void addPlain() {
    Arrays.stream(MEDIANS).forEach(length -> add(1, new RollingMedian(length)));
    Arrays.stream(SIGNAL_TO_NOISE).forEach(ratio -> add(1, new LocalLevel(ratio)));
    add(1, shifting);
    add(1, SlotMedian.SAME_HOURS);
    add(1, SlotMedian.SAME_WEEKDAY);
    add(1, new Analogue(ANALOGUES, 1));
    add(1, new Analogue(ANALOGUES, 2));
    add(1, new Autoregression());
    add(1, new LaggedRegression(LAGS));
    add(1, new Drift(DRIFT));
  }

  private void addCovariates(PowerScale scale, int covariates) {
    if (covariates == 0) {
      return;
    }
    List<Member> informed = new ArrayList<>();
    for (int covariate = 0; covariate < covariates; covariate++) {
      informed.add(new CovariateRegression(covariate));
    }
    if (covariates > 1) {
      int[] all = new int[covariates];
      Arrays.setAll(all, place -> place);
      informed.add(new CovariateRegression(all));
    }
    informed.add(new CostModel(scale, covariates));
    double half = priors.stream().mapToDouble(prior -> prior).sum();
    informed.forEach(member -> add(half / informed.size(), member));
  }

  private void add(double prior, Member member) {
    members.add(member);
    priors.add(prior);
  }

  List<Member> members() {
    return members;
  }

  double[] priors() {
    return priors.stream().mapToDouble(prior -> prior).toArray();
  }

  /** The one that notices shifts of the level. */
  ShiftingLevel shifting() {
    return shifting;
  }
}
