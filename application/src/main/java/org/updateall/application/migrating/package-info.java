/** Bringing an old history in. */
@NullMarked
package org.updateall.application.migrating;

import org.jspecify.annotations.NullMarked;
