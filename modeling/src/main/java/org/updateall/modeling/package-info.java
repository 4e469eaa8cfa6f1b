/**
 * The forecasting adapter: implements the domain's trainer on top of the numeric packages below it.
 * This package and {@code preparation} know the domain; the others work on plain numbers.
 */
@NullMarked
package org.updateall.modeling;

import org.jspecify.annotations.NullMarked;
