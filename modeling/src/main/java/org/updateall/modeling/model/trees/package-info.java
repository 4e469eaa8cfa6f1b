/**
 * Trees that forecast the difference from the last value, or from a median of the last few, out of
 * earlier values, the calendar and covariates. Here belong the features, their levels, the growing
 * of trees and their sum; not here: transformations of the data, prediction intervals, the choice
 * between models.
 *
 * <p>The boosted trees follow Friedman, "Greedy function approximation: a gradient boosting
 * machine", Annals of Statistics 29(5), 2001, algorithm 3 (absolute error), with the sampling of
 * his "Stochastic gradient boosting", 2002, on histograms as in Ke et al., "LightGBM", 2017. The
 * single tree is CART (Breiman, Friedman, Olshen and Stone 1984) as Tribuo grows it.
 */
@NullMarked
package org.updateall.modeling.model.trees;

import org.jspecify.annotations.NullMarked;
