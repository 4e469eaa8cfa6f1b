/**
 * The theta method of Assimakopoulos and Nikolopoulos (2000, Int. J. Forecasting 16), in the form
 * that Hyndman and Billah (2003, Int. J. Forecasting 19) proved to be the same: simple exponential
 * smoothing plus half the slope of a straight line through the series, after seasons that are
 * significant have been taken out. Here belong the test for seasons, their classical decomposition,
 * and the drift; the smoothing itself is that of {@link org.updateall.modeling.model.ets}.
 */
@NullMarked
package org.updateall.modeling.model.theta;

import org.jspecify.annotations.NullMarked;
