package org.updateall.modeling;

import io.vavr.control.Option;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.SeriesKey;

/**
 * What is taken for a run of which no history speaks: log-normal about a stated middle. What is
 * announced for download is the middle itself, and nine of ten downloads are taken to come to
 * between two thirds and one and a half times that. A run of which nothing is known at all is taken
 * to last five minutes, and nine of ten to last between one minute and 25.
 */
final class Assumptions {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double UPPER_LEVEL = 0.95;
  private static final double ANNOUNCED_FACTOR = 1.5;
  private static final double DEFAULT_SECONDS = 300;
  private static final double DEFAULT_FACTOR = 5;

  private Assumptions() {}

  static Option<Prediction> of(SeriesKey key, Covariates known) {
    return switch (key.target()) {
      case WALL_CLOCK -> Option.some(about(key, DEFAULT_SECONDS, DEFAULT_FACTOR, Basis.DEFAULT));
      case DOWNLOAD_SIZE ->
          known
              .value(Covariates.DOWNLOAD_BYTES)
              .filter(bytes -> bytes >= 0)
              .map(bytes -> about(key, bytes, ANNOUNCED_FACTOR, Basis.ANNOUNCED));
      case CPU_TIME, MEMORY_PEAK -> Option.none();
    };
  }

  /**
   * @param factor how many times the middle the upper bound of a 90 % interval is
   */
  private static Prediction about(SeriesKey key, double middle, double factor, Basis basis) {
    double deviation = Math.log(factor) / NORMAL.inverseCumulativeProbability(UPPER_LEVEL);
    PredictiveDistribution distribution =
        PredictiveDistribution.of(
            Arrays.stream(PredictiveDistribution.levels())
                .map(NORMAL::inverseCumulativeProbability)
                .map(z -> middle * Math.exp(deviation * z))
                .toArray());
    return new Prediction(key, distribution.median(), distribution, basis, null, 0, 0);
  }
}
