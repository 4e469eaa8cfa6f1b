package org.updateall.adapters.jsonlegacy.wrong;

import java.sql.Connection;
import org.updateall.adapters.duckdb.DuckDbModule;

/** Breaks a rule on purpose. */
public final class LegacyThatKnowsTheDatabase {
  public Class<?> known() {
    return Connection.class;
  }

  public Class<?> alsoKnown() {
    return DuckDbModule.class;
  }
}
