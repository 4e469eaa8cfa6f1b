package org.updateall.application.forecasting;

/**
 * Why nothing can be learned for the series of a source: no other source has a series of two
 * values.
 *
 * @param source which source
 */
public record NothingToLearnFrom(String source) {}
