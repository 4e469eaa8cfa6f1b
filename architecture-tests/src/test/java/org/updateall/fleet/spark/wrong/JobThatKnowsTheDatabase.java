package org.updateall.fleet.spark.wrong;

import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class JobThatKnowsTheDatabase {
  public Class<?> known() {
    return DuckDbModule.class;
  }
}
