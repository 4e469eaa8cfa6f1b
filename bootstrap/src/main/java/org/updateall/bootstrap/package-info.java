/**
 * The door for programs that embed update-all: one facade, its settings, and the wiring behind it.
 * No terminal and no logging backend; whoever embeds it brings their own.
 */
@NullMarked
package org.updateall.bootstrap;

import org.jspecify.annotations.NullMarked;
