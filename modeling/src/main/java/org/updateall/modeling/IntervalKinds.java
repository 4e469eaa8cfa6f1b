package org.updateall.modeling;

import org.updateall.domain.forecast.IntervalMethod;
import org.updateall.modeling.interval.IntervalKind;

/** The kinds of intervals that models know, by the methods that may be asked for. */
final class IntervalKinds {

  private IntervalKinds() {}

  static IntervalKind of(IntervalMethod method) {
    return switch (method) {
      case POOL -> IntervalKind.POOL;
      case SPLIT -> IntervalKind.SPLIT;
      case CQR -> IntervalKind.CQR;
      case ACI -> IntervalKind.ACI;
    };
  }

  static IntervalMethod method(IntervalKind kind) {
    return switch (kind) {
      case POOL -> IntervalMethod.POOL;
      case SPLIT -> IntervalMethod.SPLIT;
      case CQR -> IntervalMethod.CQR;
      case ACI -> IntervalMethod.ACI;
    };
  }
}
