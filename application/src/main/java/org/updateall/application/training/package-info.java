/** Making models from the history. */
@NullMarked
package org.updateall.application.training;

import org.jspecify.annotations.NullMarked;
