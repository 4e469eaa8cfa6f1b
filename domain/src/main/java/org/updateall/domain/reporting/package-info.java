/**
 * What a report shows: the history beside what had been foretold of it, what is expected next, how
 * forecasts have held, what updates cost and which failed; and the ports that make pages and
 * pictures of it. How it is gathered is no matter of this package, and how it looks neither.
 */
@NullMarked
package org.updateall.domain.reporting;

import org.jspecify.annotations.NullMarked;
