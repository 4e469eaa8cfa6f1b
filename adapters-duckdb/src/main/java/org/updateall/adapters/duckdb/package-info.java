/**
 * The run history and the model store in one DuckDB file, through Jdbi. Here stand the schema and
 * its migrations, the queries, and the rules by which a file is locked, opened, recognised and
 * written. No rule of what a run is stands here, and no other technology. Only the Guice module and
 * its settings are public.
 */
@NullMarked
package org.updateall.adapters.duckdb;

import org.jspecify.annotations.NullMarked;
