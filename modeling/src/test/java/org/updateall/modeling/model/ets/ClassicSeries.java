package org.updateall.modeling.model.ets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Series that every textbook knows, from the datasets package of R. */
final class ClassicSeries {

  private ClassicSeries() {}

  /** Annual flow of the Nile at Aswan, 1871 to 1970. */
  static List<Double> nile() {
    return read("nile.csv");
  }

  /** Users connected to an internet server, each of 100 minutes. */
  static List<Double> internetUsers() {
    return read("wwwusage.csv");
  }

  private static List<Double> read(String file) {
    try (InputStream in = ClassicSeries.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Double::valueOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
