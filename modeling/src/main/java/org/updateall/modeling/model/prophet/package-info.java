/**
 * Prophet: a trend of straight pieces, seasons of the calendar and covariates, added up and
 * estimated together as the mode of their posterior. Here belong the parts, the estimate and the
 * uncertainty of the trend; not here: transformations of the data, calendars of holidays (they are
 * covariates of 0 and 1), multiplicative seasons, logistic growth, sampling of the posterior.
 *
 * <p>The model and its priors are those of Taylor and Letham, "Forecasting at Scale", The American
 * Statistician 72(1), 2018, with the defaults of the program of that name (release 1.1). The mode
 * is not sought by L-BFGS, which needs thousands of steps at the kinks of the Laplace prior: for a
 * given noise it is the minimum of a lasso, found exactly by the active-set method of Lee, Battle,
 * Raina and Ng, "Efficient Sparse Coding Algorithms", NIPS 2006, and the noise given the rest is a
 * root of a quadratic equation.
 */
@NullMarked
package org.updateall.modeling.model.prophet;

import org.jspecify.annotations.NullMarked;
