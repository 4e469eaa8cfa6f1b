/**
 * What can be updated on this machine, and how: plugins, the steps that they take, what they say
 * beforehand of the work to come, what they tell while they work, and the port to whoever knows
 * them all. What a step used is the business of metering, and what came of a run that of the
 * history.
 */
@NullMarked
package org.updateall.domain.updating;

import org.jspecify.annotations.NullMarked;
