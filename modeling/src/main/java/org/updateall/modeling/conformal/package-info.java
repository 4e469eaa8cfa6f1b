/**
 * From past one-step errors to predictive quantiles, distribution-free where the number of errors
 * allows it. The finite-sample rank stands in {@link
 * org.updateall.modeling.conformal.ConformalQuantile} and nowhere else. Here is nothing about
 * models or scales: scores come in as numbers, and quantiles of the next score go out.
 *
 * <p>Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005; Lei, G'Sell,
 * Rinaldo, Tibshirani and Wasserman 2018, J. Am. Stat. Assoc. 113(523).
 */
@NullMarked
package org.updateall.modeling.conformal;

import org.jspecify.annotations.NullMarked;
