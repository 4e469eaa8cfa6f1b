package org.updateall.domain.forecast;

/**
 * What many hosts' series say beforehand of a new one of their kind, in place of what comes with
 * this program: a document that {@link PriorLearner} and {@link ModelTrainer} alone understand.
 *
 * @param sources of how many hosts it was made
 * @param document as a text
 */
public record PooledPrior(int sources, String document) {

  /**
   * @throws IllegalArgumentException if there is no source, or the document is blank
   */
  public PooledPrior {
    if (sources < 1) {
      throw new IllegalArgumentException("a prior of %d sources".formatted(sources));
    }
    if (document.isBlank()) {
      throw new IllegalArgumentException("the document is blank");
    }
  }
}
