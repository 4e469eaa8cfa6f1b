package org.updateall.adapters.system.wrong;

import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class SystemThatKnowsTheDatabase {
  public Class<?> known() {
    return DuckDbModule.class;
  }
}
