/**
 * A pool of forecasters that are weighed by what they have earned: by their own past one-step
 * errors, discounted and winsorised. Most members are cheap and are told every value; the model
 * families are members, too, as soon as there are enough values for them. Here is nothing about
 * intervals.
 *
 * <p>Bates and Granger 1969, Oper. Res. Q. 20(4) (combining by past errors); Vovk 1990, COLT
 * (aggregating strategies); Cesa-Bianchi and Lugosi 2006, Prediction, Learning, and Games, chapter
 * 2 (exponential weights).
 */
@NullMarked
package org.updateall.modeling.combination;

import org.jspecify.annotations.NullMarked;
