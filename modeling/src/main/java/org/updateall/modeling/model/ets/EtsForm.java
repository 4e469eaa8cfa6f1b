package org.updateall.modeling.model.ets;

/** Which components an exponential smoothing model with additive error has. */
public enum EtsForm {
  /** A level alone: simple exponential smoothing. */
  LEVEL("ETS(A,N,N)", 1, 1),
  /** A level and a trend: Holt's method. */
  TREND("ETS(A,A,N)", 2, 2),
  /** A level and a trend that fades out. */
  DAMPED_TREND("ETS(A,Ad,N)", 3, 2);

  private final String label;
  private final int smoothingParameters;
  private final int initialStates;

  EtsForm(String label, int smoothingParameters, int initialStates) {
    this.label = label;
    this.smoothingParameters = smoothingParameters;
    this.initialStates = initialStates;
  }

  /** The form in the field's notation, for example {@code ETS(A,Ad,N)}. */
  public String label() {
    return label;
  }

  boolean hasTrend() {
    return this != LEVEL;
  }

  int smoothingParameters() {
    return smoothingParameters;
  }

  /** Smoothing parameters and initial states, without the variance. */
  int freeParameters() {
    return smoothingParameters + initialStates;
  }

  /** Whether so many observations can carry the form (R's rule). */
  boolean isSupportedBy(int observations) {
    return observations > freeParameters() + 4;
  }
}
