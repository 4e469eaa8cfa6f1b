/**
 * What happened: runs, the plugins that they executed, the steps of each, and what the plugins had
 * announced. Here stand the records, their identities, and the ports through which a store is asked
 * and told. Nothing here knows a database, a file format or a clock; every instant is UTC, kept to
 * the microsecond.
 */
@NullMarked
package org.updateall.domain.history;

import org.jspecify.annotations.NullMarked;
