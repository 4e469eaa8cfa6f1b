/**
 * How likely something is that happens now and then: counts in which old trials fade, rates drawn
 * towards those of comparable things, and the credible intervals of both. The beta-binomial model
 * with its parameters learned from many is that of Gelman et al., Bayesian Data Analysis, 3rd
 * edition, chapter 5, and Kleinman, Journal of the American Statistical Association 68, 1973.
 */
@NullMarked
package org.updateall.modeling.risk;

import org.jspecify.annotations.NullMarked;
