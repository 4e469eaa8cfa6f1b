package org.updateall.cli.wrong;

import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class CommandThatKnowsTheDatabase {
  public Class<?> known() {
    return DuckDbModule.class;
  }
}
