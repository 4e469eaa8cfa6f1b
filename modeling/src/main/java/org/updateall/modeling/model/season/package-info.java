/**
 * Seasons that are taken out of a series before it is modelled and put back into the forecasts: the
 * decomposition by loess of Cleveland, Cleveland, McRae and Terpenning (1990, J. Official
 * Statistics 6), for several seasons as of Bandara, Hyndman and Bergmeir (2021, arXiv 2107.13462),
 * and the models that rest on it. What remains of the series is modelled by any other family.
 */
@NullMarked
package org.updateall.modeling.model.season;

import org.jspecify.annotations.NullMarked;
