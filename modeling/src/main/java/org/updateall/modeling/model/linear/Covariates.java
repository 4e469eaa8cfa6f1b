package org.updateall.modeling.model.linear;

import java.util.Arrays;
import org.updateall.modeling.numbers.Require;

/** What a regression asks of the covariates it is given. */
final class Covariates {

  private Covariates() {}

  /** Whether all of them are known, once it is certain that they are so many. */
  static boolean areKnown(double[] covariates, int count) {
    Require.that(covariates.length == count, "number of covariates", covariates.length);
    return Arrays.stream(covariates).noneMatch(Double::isNaN);
  }
}
