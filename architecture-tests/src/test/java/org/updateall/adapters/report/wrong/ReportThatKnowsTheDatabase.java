package org.updateall.adapters.report.wrong;

import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class ReportThatKnowsTheDatabase {
  public Class<?> known() {
    return DuckDbModule.class;
  }
}
