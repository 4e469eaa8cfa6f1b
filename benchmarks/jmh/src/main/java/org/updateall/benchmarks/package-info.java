/**
 * How long the paths take that are walked often, measured with JMH. Series and runs are made up,
 * the same each time. Nothing here is part of the program.
 */
@NullMarked
package org.updateall.benchmarks;

import org.jspecify.annotations.NullMarked;
