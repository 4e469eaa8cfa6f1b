/** Telling the history what happened. */
@NullMarked
package org.updateall.application.recording;

import org.jspecify.annotations.NullMarked;
