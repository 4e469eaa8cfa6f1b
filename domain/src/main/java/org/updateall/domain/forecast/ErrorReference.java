package org.updateall.domain.forecast;

/**
 * How large errors of forecasts have been on other series, which intervals rest on while a series
 * has few errors of its own: a document that its {@link ReferenceLearner} alone understands.
 *
 * @param document as a text
 */
public record ErrorReference(String document) {

  /**
   * @throws IllegalArgumentException if the document is blank
   */
  public ErrorReference {
    if (document.isBlank()) {
      throw new IllegalArgumentException("the document is blank");
    }
  }
}
