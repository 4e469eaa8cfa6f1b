/**
 * The scales on which errors are measured: the values themselves, their square roots, their
 * logarithms. A monotone transformation keeps medians and quantiles, so those are transformed back
 * as they are; means are not, and are integrated from the quantiles ({@link
 * org.updateall.modeling.scale.QuantileMean}). Which scale suits a series is not decided here.
 *
 * <p>Box and Cox 1964, J. R. Stat. Soc. B 26(2); Duan 1983, J. Am. Stat. Assoc. 78(383).
 */
@NullMarked
package org.updateall.modeling.scale;

import org.jspecify.annotations.NullMarked;
