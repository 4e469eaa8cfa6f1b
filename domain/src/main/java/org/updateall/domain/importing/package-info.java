/**
 * What a machine remembers of past updates in its own logs: the interface that readers of such logs
 * implement, and what they give.
 */
@NullMarked
package org.updateall.domain.importing;

import org.jspecify.annotations.NullMarked;
