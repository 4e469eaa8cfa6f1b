/**
 * Running commands on this machine and measuring them from outside: by the shell around them, by
 * the kernel's tables of processes, and by control groups where one can be made. What is learnt of
 * a figure's worth is said with it; nothing here knows what the command is for.
 */
@NullMarked
package org.updateall.adapters.system;

import org.jspecify.annotations.NullMarked;
