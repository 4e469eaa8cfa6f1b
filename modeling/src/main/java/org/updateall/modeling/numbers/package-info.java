/**
 * What several of the numeric packages need of plain numbers: medians, and what numbers must fulfil
 * that were kept and come back. It depends on nothing else here.
 */
@NullMarked
package org.updateall.modeling.numbers;

import org.jspecify.annotations.NullMarked;
