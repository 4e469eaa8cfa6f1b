package org.updateall.modeling.scale;

/** A power to which values are raised before errors are measured: 1, 1/2, or 0, the logarithm. */
public enum Power {
  IDENTITY,
  SQUARE_ROOT,
  LOGARITHM
}
