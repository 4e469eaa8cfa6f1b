package org.updateall.application.wrong;

import org.snakeyaml.engine.v2.api.Load;

/** Breaks a rule on purpose. */
public final class UseCaseThatReadsYaml {
  public Class<?> known() {
    return Load.class;
  }
}
