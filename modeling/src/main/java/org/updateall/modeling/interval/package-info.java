/**
 * Predictive quantiles about one-step forecasts, from how the forecasts before fared. Experts each
 * say a whole predictive distribution; they are weighed by the quantile losses that they have
 * earned, and one conformal factor corrects what comes of it. What errors of other series have been
 * like carries the intervals while a series has few of its own. Here is nothing about the models
 * that make the forecasts.
 *
 * <p>Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005; Gneiting and
 * Ranjan, "Comparing density forecasts using threshold- and quantile-weighted scoring rules", J.
 * Bus. Econ. Stat. 29(3), 2011; Ranjan and Gneiting, "Combining probability forecasts", J. R. Stat.
 * Soc. B 72(1), 2010.
 */
@NullMarked
package org.updateall.modeling.interval;

import org.jspecify.annotations.NullMarked;
