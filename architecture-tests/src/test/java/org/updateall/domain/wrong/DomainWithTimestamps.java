package org.updateall.domain.wrong;

import java.sql.Timestamp;

/** Breaks a rule on purpose. */
public final class DomainWithTimestamps {
  public Class<?> known() {
    return Timestamp.class;
  }
}
