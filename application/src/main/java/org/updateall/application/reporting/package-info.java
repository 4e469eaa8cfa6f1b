/**
 * Use cases that gather what is shown of the history, of what had been foretold of it, and of what
 * is expected.
 */
@NullMarked
package org.updateall.application.reporting;

import org.jspecify.annotations.NullMarked;
