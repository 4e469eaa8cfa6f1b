/**
 * Exponential smoothing as innovations state space models: additive or multiplicative error, no, a
 * lasting or a damped trend, no, an additive or a multiplicative season. Here belong the recursion,
 * its maximum likelihood, and the choice of the form; not here: transformations of the data,
 * prediction intervals, multiplicative trends.
 *
 * <p>Likelihood, information criterion and parameter bounds follow the R package forecast (Hyndman
 * and Khandakar 2008, J. Stat. Softw. 27(3)). The forms are those of Hyndman, Koehler, Ord and
 * Snyder, "Forecasting with Exponential Smoothing", 2008, tables 2.2 and 2.3. Either kind of error
 * makes the likelihood a sum of squares, whose derivatives are carried along in the recursion, so
 * that Levenberg and Marquardt's method finds smoothing parameters and initial states together: the
 * maximum that R seeks, and often a higher one, in a fraction of the steps.
 */
@NullMarked
package org.updateall.modeling.model.ets;

import org.jspecify.annotations.NullMarked;
