/**
 * Autoregressive integrated moving averages, seasonal or not, with constant and regressors. Here
 * belong the likelihood, the choice of differences and orders, and the filter that goes on with a
 * fitted model; not here: transformations of the data and prediction intervals.
 *
 * <p>Orders are chosen as by Hyndman and Khandakar (2008, J. Stat. Softw. 27(3)): differences by
 * the KPSS test (Kwiatkowski, Phillips, Schmidt and Shin 1992, J. Econometrics 54) and by seasonal
 * strength from a decomposition by loess (Cleveland, Cleveland, McRae and Terpenning 1990, J. Off.
 * Stat. 6), the rest by a stepwise search for the least AICc. The state space form is Harvey's
 * (1989, "Forecasting, Structural Time Series Models and the Kalman Filter", 3.3). A series without
 * gaps is filtered by the fast recursions of Morf, Sidhu and Kailath (1974, IEEE Trans. Autom.
 * Control 19), which cost O(r) a step where the Kalman filter costs O(r²). The variance and all
 * that is linear, mean, drift and regression, are concentrated out of the likelihood; what is left
 * is a problem of least squares (Ansley 1979, Biometrika 66), solved by the method of Levenberg and
 * Marquardt over partial autocorrelations (Monahan 1984, Biometrika 71).
 */
@NullMarked
package org.updateall.modeling.model.arima;

import org.jspecify.annotations.NullMarked;
