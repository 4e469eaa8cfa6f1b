/**
 * Rolling-origin evaluation: every value of a series is forecast from the values before it, on each
 * scale, and these true one-step-ahead errors choose the scale, make the intervals and check them.
 * What is said about an origin depends on nothing that came after it. Here is nothing about a
 * particular model.
 *
 * <p>Dawid 1984, J. R. Stat. Soc. A 147(2) (prequential evaluation); Tashman 2000, Int. J.
 * Forecast. 16(4) (rolling origin); Gneiting and Raftery 2007, J. Am. Stat. Assoc. 102(477)
 * (pinball loss, interval score).
 */
@NullMarked
package org.updateall.modeling.evaluation;

import org.jspecify.annotations.NullMarked;
