package org.updateall.adapters.plugins.wrong;

import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class PluginThatKnowsTheDatabase {
  public Class<?> known() {
    return DuckDbModule.class;
  }
}
