/**
 * Updating this machine: what an update would do, and what it will take. What a plugin is stands in
 * the domain, and what its past runs tell in {@code estimating}.
 */
@NullMarked
package org.updateall.application.updating;

import org.jspecify.annotations.NullMarked;
