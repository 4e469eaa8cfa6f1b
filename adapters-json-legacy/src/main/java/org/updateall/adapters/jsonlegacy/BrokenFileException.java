package org.updateall.adapters.jsonlegacy;

import java.io.IOException;

/** The file is not an old history from beginning to end: where, why, and what to do. */
final class BrokenFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The offset of a fault that the file as a whole has. */
  static final long NOWHERE = -1;

  private final long offset;
  private final String remedy;

  /**
   * @param offset bytes before the fault, or {@link #NOWHERE}
   */
  BrokenFileException(long offset, String reason, String remedy) {
    super(reason);
    this.offset = offset;
    this.remedy = remedy;
  }

  long offset() {
    return offset;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
