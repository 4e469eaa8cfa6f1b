/**
 * One series from its first value to its next: forecasters, fitted when they are due, with
 * predictive quantiles in the units of the series. This is where the numeric packages meet; still
 * only numbers go in and out.
 */
@NullMarked
package org.updateall.modeling.forecast;

import org.jspecify.annotations.NullMarked;
