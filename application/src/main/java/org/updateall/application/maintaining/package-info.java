/** Looking after the store that the history is kept in, and how much of it is kept. */
@NullMarked
package org.updateall.application.maintaining;

import org.jspecify.annotations.NullMarked;
