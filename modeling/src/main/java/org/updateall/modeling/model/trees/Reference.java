package org.updateall.modeling.model.trees;

import java.util.List;

/** The level of a past that the next value is forecast as a difference from. */
enum Reference {
  LAST_VALUE("last value"),
  MEDIAN_OF_FIVE("median of 5"),
  MEDIAN_OF_TWENTY("median of 20");

  static final List<Reference> MEDIANS = List.of(MEDIAN_OF_FIVE, MEDIAN_OF_TWENTY);

  private final String label;

  Reference(String label) {
    this.label = label;
  }

  /** For people. */
  String label() {
    return label;
  }

  double of(Past past) {
    return switch (this) {
      case LAST_VALUE -> past.last();
      case MEDIAN_OF_FIVE -> past.medianOfFive();
      case MEDIAN_OF_TWENTY -> past.medianOfTwenty();
    };
  }
}
