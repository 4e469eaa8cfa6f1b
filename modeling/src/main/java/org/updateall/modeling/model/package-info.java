/**
 * What every forecasting model is: a family that is fitted to a window of numbers, and the fitted
 * model that forecasts and can be told the next number. Models work on {@code double[]} alone; they
 * know nothing of plugins, units, clocks, scales of measurement or intervals.
 */
@NullMarked
package org.updateall.modeling.model;

import org.jspecify.annotations.NullMarked;
