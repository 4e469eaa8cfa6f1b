package org.updateall.application.wrong;

import java.io.ObjectInputStream;

/** Breaks a rule on purpose. */
public final class UseCaseThatSerialises {
  public Class<?> known() {
    return ObjectInputStream.class;
  }
}
