/**
 * Forecasting one value after another: what is told a value and forecasts the next, in the units of
 * the series. Families are put on a scale and fitted anew on a schedule here; nothing is known of
 * other forecasters or of intervals.
 *
 * <p>Dawid 1984, J. R. Stat. Soc. A 147(2) (the prequential approach).
 */
@NullMarked
package org.updateall.modeling.online;

import org.jspecify.annotations.NullMarked;
