package org.updateall.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Compares two outputs of training a fleet, number by number in full precision, and says how many
 * rows each has that the other lacks. Ends with 1 if they differ, or hold nothing.
 */
final class SameOutputs {

  private static final String FORECASTS =
      "SELECT CAST(columns(*) AS VARCHAR) FROM read_parquet('%s/forecasts/*.parquet')";

  /** A digest stands for a document, of which all together may be larger than memory. */
  private static final String MODELS =
      "SELECT CAST(columns(* EXCLUDE (document)) AS VARCHAR), md5(document)"
          + " FROM read_parquet('%s/models/*.parquet')";

  private SameOutputs() {}

  public static void main(String[] outputs) throws SQLException {
    Path one = Path.of(outputs[0]);
    Path other = Path.of(outputs[1]);
    boolean sameForecasts = same(one, other, "forecasts", FORECASTS);
    boolean sameModels = same(one, other, "models", MODELS);
    System.exit(sameForecasts && sameModels ? 0 : 1);
  }

  private static boolean same(Path one, Path other, String table, String rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String first = rows.formatted(one);
      String second = rows.formatted(other);
      long inFirst = count(statement, first);
      long inSecond = count(statement, second);
      long onlyFirst = count(statement, first + " EXCEPT ALL " + second);
      long onlySecond = count(statement, second + " EXCEPT ALL " + first);
      System.out.printf(
          "%s: %d and %d rows; %d in the first alone, %d in the second alone%n",
          table, inFirst, inSecond, onlyFirst, onlySecond);
      return inFirst > 0 && onlyFirst == 0 && onlySecond == 0 && inFirst == inSecond;
    }
  }

  private static long count(Statement statement, String rows) throws SQLException {
    try (ResultSet answer = statement.executeQuery("SELECT count(*) FROM (" + rows + ")")) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
