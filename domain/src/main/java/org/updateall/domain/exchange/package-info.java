/**
 * Taking the history out of a store and into another: files that hold it whole, and tables for
 * other programs.
 */
@NullMarked
package org.updateall.domain.exchange;

import org.jspecify.annotations.NullMarked;
