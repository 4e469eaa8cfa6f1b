/**
 * One series, one model family: fitted to all the data on the scale that suits it, with predictive
 * quantiles in the units of the series and an honest account of how they did. This is where the
 * numeric packages meet; still only numbers go in and out.
 */
@NullMarked
package org.updateall.modeling.forecast;

import org.jspecify.annotations.NullMarked;
