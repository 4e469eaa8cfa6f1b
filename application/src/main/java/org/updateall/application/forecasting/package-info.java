/**
 * Forecasting any series, whether of the history or from elsewhere, and finding out how forecasts
 * of it would have fared.
 */
@NullMarked
package org.updateall.application.forecasting;

import org.jspecify.annotations.NullMarked;
