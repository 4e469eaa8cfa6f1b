/**
 * Runs commands on this machine and measures from outside what they use: a small shell around the
 * command, GNU time, looks at its processes, and a cgroup where one can be made. What the figures
 * mean stands in the domain; whoever wants them kept does that elsewhere.
 */
@NullMarked
package org.updateall.adapters.system;

import org.jspecify.annotations.NullMarked;
