package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.ledger.QuantileOutline;

/**
 * What was said of a run that is over by now.
 *
 * @param outline the distribution that was believed in
 * @param beforehand whether it was said, and kept, before the run began; otherwise it is what the
 *     models say of it today from the runs before it alone
 */
public record PastForecast(QuantileOutline outline, boolean beforehand) {

  public PastForecast {
    requireNonNull(outline, "outline");
  }
}
