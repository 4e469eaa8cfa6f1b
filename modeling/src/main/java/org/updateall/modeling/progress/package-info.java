/**
 * How long what is under way will still take, in plain numbers: laws of durations that are
 * conditioned on the time that has passed and on the share that is said to be done, and joint draws
 * from several of them, some ended, some running, some waiting. No plugin, no clock, no database.
 *
 * <p>Kalbfleisch and Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition, 2002,
 * section 1.2 (residual life); Geweke, "Efficient Simulation from the Multivariate Normal and
 * Student-t Distributions Subject to Linear Constraints", 1991, and Hajivassiliou, McFadden and
 * Ruud, Journal of Econometrics 72, 1996 (sequential draws with importance weights, known as GHK);
 * Joe and Kuo, SIAM J. Sci. Comput. 30, 2008 (Sobol's sequence).
 */
@NullMarked
package org.updateall.modeling.progress;

import org.jspecify.annotations.NullMarked;
