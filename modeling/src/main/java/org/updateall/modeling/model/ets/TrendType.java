package org.updateall.modeling.model.ets;

/** What the level does from one observation to the next. */
public enum TrendType {
  /** It stays. */
  NONE("N"),
  /** It grows by the trend. */
  ADDITIVE("A"),
  /** It grows by a trend that fades out. */
  DAMPED("Ad");

  private final String letter;

  TrendType(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }
}
