/**
 * A run that is under way, and how long it will still take: what is told of its plugins as they
 * start, report and end, what is answered, and the port to whatever forecasts it. What such a run
 * leaves in the history is the business of the journal; nothing here is kept.
 */
@NullMarked
package org.updateall.domain.progress;

import org.jspecify.annotations.NullMarked;
