/** Updating with plugins: what would be done, and doing it. */
@NullMarked
package org.updateall.application.updating;

import org.jspecify.annotations.NullMarked;
