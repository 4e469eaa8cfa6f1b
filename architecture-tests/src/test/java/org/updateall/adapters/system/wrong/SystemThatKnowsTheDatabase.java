package org.updateall.adapters.system.wrong;

import java.sql.Connection;
import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class SystemThatKnowsTheDatabase {
  public Class<?> known() {
    return Connection.class;
  }

  public Class<?> alsoKnown() {
    return DuckDbModule.class;
  }
}
