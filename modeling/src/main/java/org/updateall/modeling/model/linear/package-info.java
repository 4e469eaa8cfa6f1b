/**
 * Linear regressions with closed-form estimates: NLinear, a regression of the next values on the
 * last ones less the very last; a discounted ridge regression on covariates; a cost of non-negative
 * parts. Here belong the estimates and their numeric kernels; not here: which covariates there are,
 * how they are transformed, what a forecast is used for.
 *
 * <p>NLinear is that of Zeng, Chen, Zhang and Xu, "Are Transformers Effective for Time Series
 * Forecasting?", AAAI 2023, estimated in closed form with the ridge that generalised
 * cross-validation takes (Golub, Heath and Wahba, Technometrics 21(2), 1979). Non-negative least
 * squares are those of Lawson and Hanson, "Solving Least Squares Problems", 1974, chapter 23.
 */
@NullMarked
package org.updateall.modeling.model.linear;

import org.jspecify.annotations.NullMarked;
