/**
 * Training of a whole fleet on Apache Spark: how its tree is read, its rows come together as series
 * and what comes of them is written. What a series says and how it is trained is left to the
 * application and to modeling.
 */
@NullMarked
package org.updateall.fleet.spark;

import org.jspecify.annotations.NullMarked;
