/**
 * What the history says of plugins, measures and times: statistics, series, aggregates, and the
 * rows that models are trained on. Here stands what each answer means, and the port that gives it;
 * what happened stands in {@code history}.
 */
@NullMarked
package org.updateall.domain.retrieval;

import org.jspecify.annotations.NullMarked;
