package org.updateall.modeling.combination;

/**
 * What a member has to do with a forecast.
 *
 * @param member its name
 * @param weight its part of the whole, from 0 to 1
 * @param forecast what it says itself, in units of the series
 */
public record Share(String member, double weight, double forecast) {}
