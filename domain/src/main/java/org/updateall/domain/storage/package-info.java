/**
 * Looking after the store itself, whatever it holds: its size and state, copies of it, and what can
 * be done when it is damaged.
 */
@NullMarked
package org.updateall.domain.storage;

import org.jspecify.annotations.NullMarked;
