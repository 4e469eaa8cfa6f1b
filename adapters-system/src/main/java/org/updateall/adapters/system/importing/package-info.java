/** Reads what the logs of package managers remember of past updates. */
@NullMarked
package org.updateall.adapters.system.importing;

import org.jspecify.annotations.NullMarked;
