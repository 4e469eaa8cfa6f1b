/** Use cases that bring in what a machine remembers of past updates. */
@NullMarked
package org.updateall.application.importing;

import org.jspecify.annotations.NullMarked;
