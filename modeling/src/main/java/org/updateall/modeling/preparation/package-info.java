/**
 * From a series as it was recorded to values that a model can learn from, with an account of what
 * was found on the way. Values are taken run by run: nothing is filled in, nothing is put on a
 * regular calendar, and what is missing stays missing.
 */
@NullMarked
package org.updateall.modeling.preparation;

import org.jspecify.annotations.NullMarked;
