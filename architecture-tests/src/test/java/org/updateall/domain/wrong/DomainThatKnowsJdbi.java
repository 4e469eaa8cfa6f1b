package org.updateall.domain.wrong;

import org.jdbi.v3.core.Jdbi;

/** Breaks a rule on purpose. */
public final class DomainThatKnowsJdbi {
  public Class<?> known() {
    return Jdbi.class;
  }
}
