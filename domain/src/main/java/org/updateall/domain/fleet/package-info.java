/**
 * Many hosts together: how their executions come into one tree of files, what kinds of hosts there
 * are, what they say of new ones, and what is forecast for all of them. Nothing here knows on which
 * engine that is worked out.
 */
@NullMarked
package org.updateall.domain.fleet;

import org.jspecify.annotations.NullMarked;
