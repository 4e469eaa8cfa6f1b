package org.updateall.modeling.model.ets;

/** How an innovation enters an observation. */
public enum ErrorType {
  /** Added to the forecast. */
  ADDITIVE("A"),
  /** As a share of the forecast. */
  MULTIPLICATIVE("M");

  private final String letter;

  ErrorType(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }
}
