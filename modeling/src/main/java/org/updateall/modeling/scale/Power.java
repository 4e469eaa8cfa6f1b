package org.updateall.modeling.scale;

/** A power to which values are raised before errors are measured; power 0 is the logarithm. */
public enum Power {
  IDENTITY(1),
  SQUARE_ROOT(0.5),
  LOGARITHM(0);

  private final double exponent;

  Power(double exponent) {
    this.exponent = exponent;
  }

  /** 1, 1/2 or 0. */
  public double exponent() {
    return exponent;
  }
}
