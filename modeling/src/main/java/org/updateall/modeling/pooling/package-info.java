/**
 * What is believed of a value before there are enough of its kind for a model: a level and a spread
 * on the logarithmic scale, shrunk towards what other series say, or towards stated constants where
 * there are none. Series are told apart by two numbers, their row (say, the plugin) and their
 * column (say, the host).
 *
 * <p>Gelman et al., Bayesian Data Analysis, 3rd edition, chapter 5 (hierarchical normal model);
 * Henderson 1975, Biometrics 31(2) (mixed model equations); Morris 1983, J. Am. Stat. Assoc.
 * 78(381) (empirical Bayes).
 */
@NullMarked
package org.updateall.modeling.pooling;

import org.jspecify.annotations.NullMarked;
