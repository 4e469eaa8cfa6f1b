/**
 * The shape of the house, as rules that fail the build: which module may know which, where each
 * technology stays, and what no code may do. Every rule has a fixture that breaks it.
 */
@NullMarked
package org.updateall.architecture;

import org.jspecify.annotations.NullMarked;
