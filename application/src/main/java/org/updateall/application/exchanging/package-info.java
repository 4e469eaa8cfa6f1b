/** Taking the history out, and bringing in what was taken out. */
@NullMarked
package org.updateall.application.exchanging;

import org.jspecify.annotations.NullMarked;
