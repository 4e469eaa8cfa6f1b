/**
 * The program at the terminal: commands, tables, machine-readable output, progress and logs. Data
 * goes to standard output, talk to standard error; what fails becomes a line and an exit code here
 * and nowhere else.
 */
@NullMarked
package org.updateall.cli;

import org.jspecify.annotations.NullMarked;
