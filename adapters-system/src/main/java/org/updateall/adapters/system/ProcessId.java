package org.updateall.adapters.system;

/**
 * A process, and no later one that is given the same number.
 *
 * @param number its number
 * @param start when it began, in ticks since the machine did
 */
record ProcessId(long number, long start) {}
