package org.updateall.cli;

/** What the program tells its caller. */
final class ExitCode {

  static final int DONE = 0;

  /** A check found something, or a named thing is not known. */
  static final int NOT_AS_HOPED = 1;

  static final int WRONG_USAGE = 2;

  /** A file cannot be taken in, or nothing can be written to a place. */
  static final int FILE_REFUSED = 3;

  /** The database, or a file that it needs, cannot be used. */
  static final int DATABASE_UNUSABLE = 4;

  /** A defect of the program itself. */
  static final int INTERNAL_ERROR = 70;

  /** Updates wait, where that was asked. */
  static final int UPDATES_WAIT = 100;

  /** As shells have it for a program that Ctrl-C ends. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
