package org.updateall.modeling.model.ets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.TimeSeries;

/**
 * What R 4.2.2 with forecast 8.20 makes of a classic series: {@code ets(y, model, damped)} and its
 * {@code forecast(h = 5, level = 90)}, with nine digits.
 */
record Golden(
    String name,
    TimeSeries series,
    EtsForm form,
    Map<String, Double> parameters,
    double logLikelihood,
    double aicc,
    double sigmaSquared,
    List<Double> means,
    List<Double> upper90) {

  private static final String FILE = "ets-golden.csv";

  static List<Golden> all() {
    try (InputStream in = Golden.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> Golden.of(line.split(";", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden of(String[] row) {
    double[] figures = numbers(row[4]);
    return new Golden(
        row[0],
        series(row[0]),
        EtsForm.labelled(row[1]),
        parameters(row[2].split(" "), numbers(row[3])),
        figures[0],
        figures[2],
        figures[4],
        Arrays.stream(numbers(row[5])).boxed().toList(),
        Arrays.stream(numbers(row[7])).boxed().toList());
  }

  private static TimeSeries series(String name) {
    return name.equals("logAP")
        ? ClassicSeries.named("AirPassengers").map(Math::log)
        : ClassicSeries.named(name);
  }

  private static Map<String, Double> parameters(String[] names, double[] values) {
    Map<String, Double> parameters = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      parameters.put(names[i], values[i]);
    }
    return parameters;
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private double parameter(String key, double otherwise) {
    return parameters.getOrDefault(key, otherwise);
  }

  Smoothing smoothing() {
    return new Smoothing(
        parameter("alpha", Double.NaN),
        parameter("beta", 0.0),
        parameter("gamma", 0.0),
        parameter("phi", 1.0));
  }

  /** R lists the season backwards from the last step before the first observation. */
  EtsState initial() {
    List<Double> season = new ArrayList<>();
    if (form.hasSeason()) {
      double rest = form.hasSeasonFactors() ? series.period() : 0;
      for (int step = series.period() - 2; step >= 0; step--) {
        season.add(parameter("s" + step, Double.NaN));
        rest -= parameter("s" + step, Double.NaN);
      }
      season.add(0, rest);
    }
    return new EtsState(parameter("l", Double.NaN), parameter("b", 0.0), season);
  }

  EtsModel filtered() {
    return EtsModel.filtered(form, smoothing(), initial(), series);
  }

  @Override
  public String toString() {
    return name + " " + form.label();
  }
}
