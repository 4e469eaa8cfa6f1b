package org.updateall.cli;

import org.updateall.domain.forecast.IntervalMethod;
import picocli.CommandLine.Option;

/** How intervals are made: the words that all commands share which forecast. */
final class IntervalsChoice {

  /** The methods, as a user names them. */
  enum Named {
    POOL(IntervalMethod.POOL),
    SPLIT(IntervalMethod.SPLIT),
    CQR(IntervalMethod.CQR),
    ACI(IntervalMethod.ACI);

    private final IntervalMethod method;

    Named(IntervalMethod method) {
      this.method = method;
    }
  }

  @Option(
      names = "--intervals",
      paramLabel = "pool|split|cqr|aci",
      description =
          "How intervals are made: by experts that are weighed by what they have earned (default: "
              + "pool), or by one plain method: split conformal prediction of the residuals, "
              + "conformalised quantile regression, or adaptive conformal inference.")
  private Named named = Named.POOL;

  IntervalMethod method() {
    return named.method;
  }
}
