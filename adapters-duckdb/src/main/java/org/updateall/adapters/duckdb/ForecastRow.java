package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * How rows of a fleet's forecasts are read. Each quantile is asked for as a column of its own: the
 * driver makes a list far more slowly.
 */
final class ForecastRow {

  private static final ExportTable<FleetForecast> TABLE =
      new ExportTable<>(FleetForecast.TABLE, FleetForecast.class);
  private static final int QUANTILES = PredictiveDistribution.levels().length;

  private ForecastRow() {}

  /** The rows of one target, which is the parameter, by host and plugin. */
  static String sorted(List<Path> files) {
    return "SELECT %s FROM read_parquet([%s], hive_partitioning = false)"
            .formatted(
                columns(), files.stream().map(Engine::literal).collect(Collectors.joining(", ")))
        + " WHERE target = ? ORDER BY host, plugin_name";
  }

  /** A number for which all of a file has to be read. */
  static String everyByte(Path file) {
    return "SELECT hash(%s) FROM read_parquet(%s)"
        .formatted(String.join(", ", TABLE.columnNames()), Engine.literal(file));
  }

  private static String columns() {
    String scalars =
        TABLE.columns().stream()
            .filter(column -> column.type() != ColumnType.NUMBERS)
            .map(column -> column.type().fromParquet(column.name()))
            .collect(Collectors.joining(", "));
    String quantiles =
        IntStream.rangeClosed(1, QUANTILES)
            .mapToObj("quantiles[%d]"::formatted)
            .collect(Collectors.joining(", "));
    return "%s, len(quantiles), %s".formatted(scalars, quantiles);
  }

  /**
   * @throws MisreadForecast if it is none
   */
  static FleetForecast read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[TABLE.columns().size()];
    int position = 1;
    for (int i = 0; i < values.length; i++) {
      ColumnType type = TABLE.columns().get(i).type();
      if (type != ColumnType.NUMBERS) {
        values[i] = type.optionalColumn(row, position++);
      }
    }
    values[values.length - 1] = quantiles(row, position);
    try {
      return TABLE.row(values);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new MisreadForecast(
          "the forecast of %s on %s is none: %s"
              .formatted(values[3], values[0], Breakdown.clause(e)),
          e);
    }
  }

  private static List<Double> quantiles(ResultSet row, int length) throws SQLException {
    List<Double> quantiles = new ArrayList<>(QUANTILES);
    int count = Math.min(QUANTILES, row.getInt(length));
    for (int i = 1; i <= count; i++) {
      quantiles.add(row.getDouble(length + i));
    }
    return quantiles;
  }
}
