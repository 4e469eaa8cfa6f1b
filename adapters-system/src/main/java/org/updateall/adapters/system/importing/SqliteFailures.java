package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.sql.SQLException;

/** Says in words why SQLite did not answer. */
final class SqliteFailures {

  private static final int MAX_LENGTH = 300;

  private static final int ERROR = 1;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int INTERRUPTED = 9;
  private static final int CORRUPT = 11;
  private static final int CANNOT_OPEN = 14;
  private static final int TOO_BIG = 18;
  private static final int NOT_A_DATABASE = 26;

  private SqliteFailures() {}

  /**
   * The failure, with a reason that goes on from "cannot be read"; result codes as in
   * sqlite.org/rescode.html.
   */
  static IOException of(SQLException failure) {
    String reason =
        switch (failure.getErrorCode()) {
          case BUSY, LOCKED -> "it is being written to at this moment; try again later";
          case READ_ONLY ->
              "a program that wrote to it was cut off, and must first set it right itself";
          case INTERRUPTED -> "it does not come to an end";
          case CORRUPT -> "it is damaged";
          case CANNOT_OPEN -> "SQLite cannot open it without writing";
          case TOO_BIG -> "it holds a text that is too long";
          case NOT_A_DATABASE -> "it is no SQLite database";
          case ERROR -> "it is not made as expected: " + printable(failure);
          default -> printable(failure);
        };
    return new IOException(reason, failure);
  }

  /** Messages quote names out of the database, which may hold anything. */
  private static String printable(SQLException failure) {
    Throwable cause = failure.getCause();
    String message = failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    String plain = message.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) + "..." : plain;
  }
}
