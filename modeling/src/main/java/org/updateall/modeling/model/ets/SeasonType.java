package org.updateall.modeling.model.ets;

/** How the season enters a forecast. */
public enum SeasonType {
  /** Not at all. */
  NONE("N"),
  /** Added to the level. */
  ADDITIVE("A"),
  /** As a factor of the level. */
  MULTIPLICATIVE("M");

  private final String letter;

  SeasonType(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }
}
