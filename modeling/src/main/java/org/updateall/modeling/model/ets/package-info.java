/**
 * Exponential smoothing as innovations state-space models with additive error: simple, with a
 * trend, with a damped trend. Here belong the recursion, its maximum likelihood, and the choice of
 * the form; not here: transformations of the data, prediction intervals, seasonal forms.
 *
 * <p>Likelihood, information criterion and parameter bounds follow the R package forecast (Hyndman
 * and Khandakar 2008, J. Stat. Softw. 27(3)). The forms are those of Hyndman, Koehler, Ord and
 * Snyder, "Forecasting with Exponential Smoothing", 2008, table 2.2 and section 5.1. Innovations
 * are linear in the initial states, which are therefore optimised exactly, by least squares, for
 * each trial of the smoothing parameters; Nelder and Mead's method searches the latter only. That
 * is the same maximum that R seeks over the joined vector, found in a fraction of the steps.
 */
@NullMarked
package org.updateall.modeling.model.ets;

import org.jspecify.annotations.NullMarked;
