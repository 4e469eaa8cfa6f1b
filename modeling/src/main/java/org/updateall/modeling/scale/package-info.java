/**
 * The scales on which errors are measured: the values themselves, their square roots, their
 * logarithms. A monotone transformation keeps medians and quantiles, so those are transformed back
 * as they are; means it does not keep, and none are made here. Which scale suits a series is not
 * decided here.
 *
 * <p>Box and Cox 1964, J. R. Stat. Soc. B 26(2).
 */
@NullMarked
package org.updateall.modeling.scale;

import org.jspecify.annotations.NullMarked;
