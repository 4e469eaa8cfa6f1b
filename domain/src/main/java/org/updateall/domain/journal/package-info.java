/**
 * Runs on their way into the history: those that are under way, those that have ended and wait for
 * the store, and those whose process died. What a run is stands in {@code history}; here stands
 * what becomes of it while others use the store, or when the power fails.
 */
@NullMarked
package org.updateall.domain.journal;

import org.jspecify.annotations.NullMarked;
