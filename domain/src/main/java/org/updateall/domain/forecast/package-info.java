/**
 * What will happen: the quantities that are forecast, the series that models learn from,
 * predictions with their intervals and their grounds, and the ports to whatever trains models and
 * keeps them. Nothing here knows how a forecast is made.
 */
@NullMarked
package org.updateall.domain.forecast;

import org.jspecify.annotations.NullMarked;
