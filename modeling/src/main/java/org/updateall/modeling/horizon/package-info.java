/**
 * Forecasting many steps at once. Which models serve best depends on how far they have to look:
 * here they are judged by what they would have said of whole paths that have come true since, and
 * the errors of their combination say how wide its intervals are. A single step is the business of
 * {@link org.updateall.modeling.forecast}, which is one of the contenders here.
 *
 * <p>Tashman 2000, Int. J. Forecasting 16 (rolling origins); Bates and Granger 1969, Operational
 * Research Quarterly 20, and Montero-Manso, Athanasopoulos, Hyndman and Talagala 2020, Int. J.
 * Forecasting 36 (combinations of forecasts).
 */
@NullMarked
package org.updateall.modeling.horizon;

import org.jspecify.annotations.NullMarked;
