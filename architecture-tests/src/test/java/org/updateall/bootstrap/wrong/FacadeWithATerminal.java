package org.updateall.bootstrap.wrong;

import picocli.CommandLine;

/** Breaks a rule on purpose. */
public final class FacadeWithATerminal {
  public Class<?> known() {
    return CommandLine.class;
  }
}
