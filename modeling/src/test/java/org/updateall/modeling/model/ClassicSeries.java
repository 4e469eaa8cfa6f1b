package org.updateall.modeling.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Series that every textbook knows, from the packages datasets and fma of R, with nine significant
 * digits.
 */
public final class ClassicSeries {

  private static final String FILE = "classic-series.csv";
  private static final int NAME = 0;
  private static final int FREQUENCY = 1;
  private static final int VALUE = 3;

  private ClassicSeries() {}

  /** The series of that name in R, with its frequency as the period. */
  public static TimeSeries named(String name) {
    List<String[]> rows = rows().filter(row -> row[NAME].equals(name)).toList();
    double[] values = rows.stream().mapToDouble(row -> Double.parseDouble(row[VALUE])).toArray();
    return TimeSeries.of(values).withPeriod(Integer.parseInt(rows.get(0)[FREQUENCY]));
  }

  /** The values of the series of that name in R. */
  public static double[] values(String name) {
    return named(name).values();
  }

  private static Stream<String[]> rows() {
    try (InputStream in = ClassicSeries.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
