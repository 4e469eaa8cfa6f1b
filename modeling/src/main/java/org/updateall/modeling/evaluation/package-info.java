/**
 * From point forecasts to intervals, and an account of how they did: each value is forecast before
 * it is known, the true one-step-ahead errors are kept on several scales, and they choose the
 * scale, make the intervals and check them. What is said about a value depends on nothing that came
 * after it. Here is nothing about a particular model.
 *
 * <p>Dawid 1984, J. R. Stat. Soc. A 147(2) (prequential evaluation); Tashman 2000, Int. J.
 * Forecast. 16(4) (rolling origin); Gneiting and Raftery 2007, J. Am. Stat. Assoc. 102(477)
 * (pinball loss, interval score).
 */
@NullMarked
package org.updateall.modeling.evaluation;

import org.jspecify.annotations.NullMarked;
