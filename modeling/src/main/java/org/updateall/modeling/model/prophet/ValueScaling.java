package org.updateall.modeling.model.prophet;

import java.util.Arrays;

/** How values are scaled before the priors are laid over them. */
public enum ValueScaling {
  /** The largest absolute value makes 1, and 0 stays 0. */
  ABSOLUTE_MAXIMUM {
    @Override
    LinearScale of(double[] values) {
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      return new LinearScale(0, largest);
    }
  },

  /** The smallest value is 0 and the largest 1; then the fit is equivariant to shifts, too. */
  RANGE {
    @Override
    LinearScale of(double[] values) {
      double smallest = Arrays.stream(values).min().orElseThrow();
      double largest = Arrays.stream(values).max().orElseThrow();
      return new LinearScale(smallest, largest - smallest);
    }
  };

  /** The scale for values that are not all equal. */
  abstract LinearScale of(double[] values);
}
