package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Holds a database until its input ends; says so when it begins. */
final class HoldingProgram {

  private HoldingProgram() {}

  /**
   * Arguments: directory; then {@code writing}, or {@code foreign} or {@code foreign-reader} to
   * know nothing of our lock.
   */
  public static void main(String[] arguments) throws SQLException {
    Stores stores = new Stores(Path.of(arguments[0]));
    if (arguments[1].equals("writing")) {
      stores.store().write(handle -> hold());
    } else {
      Properties properties = new Properties();
      properties.setProperty("duckdb.read_only", Boolean.toString(arguments[1].endsWith("reader")));
      try (Connection connection =
          DriverManager.getConnection("jdbc:duckdb:" + stores.database(), properties)) {
        connection.createStatement().execute("SELECT 1");
        hold();
      }
    }
  }

  private static int hold() {
    System.out.println("held");
    try {
      return System.in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
