/** Saying what the next run will need: for each plugin, and for all of them together. */
@NullMarked
package org.updateall.application.estimating;

import org.jspecify.annotations.NullMarked;
