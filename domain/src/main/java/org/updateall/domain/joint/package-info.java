/**
 * What several plugins come to together: the schedule by which they run, how their past outcomes
 * went along with one another, how totals of the past fared, and the port to whatever makes totals
 * of that. Nothing here knows how a total is made.
 */
@NullMarked
package org.updateall.domain.joint;

import org.jspecify.annotations.NullMarked;
