/** Many hosts together. */
@NullMarked
package org.updateall.application.fleet;

import org.jspecify.annotations.NullMarked;
