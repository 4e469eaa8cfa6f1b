package org.updateall.domain.forecast;

/**
 * What one long series says of other, new ones of its kind: a document that its {@link
 * PriorLearner} alone understands.
 *
 * @param source where the series comes from, such as a host
 * @param document as a text
 */
public record SeriesEvidence(String source, String document) {

  /**
   * @throws IllegalArgumentException if a text is blank
   */
  public SeriesEvidence {
    if (source.isBlank() || document.isBlank()) {
      throw new IllegalArgumentException("the source or the document is blank");
    }
  }
}
