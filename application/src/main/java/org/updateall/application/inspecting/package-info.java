/** Looking at what the history holds. */
@NullMarked
package org.updateall.application.inspecting;

import org.jspecify.annotations.NullMarked;
