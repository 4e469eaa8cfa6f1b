package org.updateall.modeling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.updateall.domain.fleet.ParkHost;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.retrieval.SampleQuantile;
import org.updateall.modeling.joint.JointRanks;
import org.updateall.modeling.joint.OneFactorRanks;

/**
 * What each host comes to in one target, in joint draws. Each host draws from a seed made of its
 * name.
 */
final class ParkDraws {

  private static final int CELLS = 1 << 25;
  private static final int LEAST_DRAWS = 1 << 9;

  private final float[][] values;

  private ParkDraws(float[][] values) {
    this.values = values;
  }

  /** As many as for the totals of plugins; of many hosts fewer, since all are kept at once. */
  static int drawsOf(int hosts) {
    int affordable = Integer.highestOneBit(Math.max(1, CELLS / Math.max(1, hosts)));
    return Math.max(LEAST_DRAWS, Math.min(JointRanks.DRAWS, affordable));
  }

  /**
   * @param hosts in the order in which they are kept, all with that target
   */
  static ParkDraws of(Target target, List<ParkHost> hosts, double correlation) {
    OneFactorRanks ranks = new OneFactorRanks(drawsOf(hosts.size()), correlation);
    float[][] values = new float[ranks.draws()][hosts.size()];
    IntStream.range(0, hosts.size())
        .parallel()
        .forEach(
            place -> {
              double[] ofHost = values(target, hosts.get(place), ranks);
              for (int draw = 0; draw < ofHost.length; draw++) {
                values[draw][place] = (float) ofHost[draw];
              }
            });
    return new ParkDraws(values);
  }

  private static double[] values(Target target, ParkHost host, OneFactorRanks ranks) {
    long seed = NameBasedId.of(host.name(), target.wireName()).getMostSignificantBits();
    return ranks.values(seed, host.total(target).get()::quantile);
  }

  int draws() {
    return values.length;
  }

  /** What each host comes to in that draw. */
  double[] draw(int draw) {
    double[] ofHosts = new double[values[draw].length];
    for (int place = 0; place < ofHosts.length; place++) {
      ofHosts[place] = values[draw][place];
    }
    return ofHosts;
  }

  double[] sums() {
    return IntStream.range(0, draws())
        .mapToDouble(draw -> Arrays.stream(draw(draw)).sum())
        .toArray();
  }

  double[] maxima() {
    return IntStream.range(0, draws())
        .mapToDouble(draw -> Arrays.stream(draw(draw)).max().orElse(0))
        .toArray();
  }

  /** What is believed of a quantity, from one value for each draw. */
  static PredictiveDistribution distribution(double[] totals) {
    double[] sorted = totals.clone();
    Arrays.sort(sorted);
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> SampleQuantile.of(sorted, level))
            .toArray());
  }
}
