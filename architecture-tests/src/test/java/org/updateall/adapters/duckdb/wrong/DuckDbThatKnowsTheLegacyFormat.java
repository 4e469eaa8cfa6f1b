package org.updateall.adapters.duckdb.wrong;

import org.updateall.adapters.jsonlegacy.JsonLegacyModule;

/** Breaks a rule on purpose. */
public final class DuckDbThatKnowsTheLegacyFormat {
  public Class<?> known() {
    return JsonLegacyModule.class;
  }
}
