package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.modeling.model.Occasion;

/**
 * What a tree may ask about the next occasion, as numbers: earlier values as differences from the
 * last one in units of a scale, the calendar, and covariates of the next and of the last occasion.
 * NaN where a thing is not known.
 *
 * @param covariates how many covariates an occasion has
 * @param scale the unit of differences
 */
record Features(int covariates, double scale) {

  private static final int LAGS = 8;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_WEEK = 7;

  private static final List<String> OF_THE_PAST =
      List.of(
          "lag 2",
          "lag 3",
          "lag 4",
          "lag 5",
          "lag 6",
          "lag 7",
          "lag 8",
          "median of 5",
          "median of 20",
          "median of 60",
          "deviation of 8",
          "gap",
          "hour",
          "weekday",
          "index");

  /** How many features there are with so many covariates. */
  static int count(int covariates) {
    return OF_THE_PAST.size() + 2 * covariates;
  }

  /** The names of the features in their order. */
  static List<String> names(int covariates) {
    List<String> names = new ArrayList<>(OF_THE_PAST);
    for (int i = 1; i <= covariates; i++) {
      names.add("covariate " + i);
    }
    for (int i = 1; i <= covariates; i++) {
      names.add("last covariate " + i);
    }
    return names;
  }

  /** The features that gained anything, by name, the greatest gain first. */
  static Map<String, Double> named(List<Double> gains, int covariates) {
    List<String> names = names(covariates);
    List<Integer> order = new ArrayList<>();
    for (int feature = 0; feature < gains.size(); feature++) {
      if (gains.get(feature) > 0) {
        order.add(feature);
      }
    }
    order.sort((one, other) -> Double.compare(gains.get(other), gains.get(one)));
    Map<String, Double> named = new LinkedHashMap<>();
    order.forEach(feature -> named.put(names.get(feature), gains.get(feature)));
    return Collections.unmodifiableMap(named);
  }

  /** The features of the next occasion. */
  double[] of(Past past, Occasion next) {
    double[] row = new double[count(covariates)];
    int place = 0;
    for (int lag = 2; lag <= LAGS; lag++) {
      row[place++] = fromLast(past, past.lag(lag));
    }
    row[place++] = fromLast(past, past.medianOfFive());
    row[place++] = fromLast(past, past.medianOfTwenty());
    row[place++] = fromLast(past, past.medianOfSixty());
    row[place++] = Numbers.rounded(deviation(past) / scale);
    place = calendar(past, next, row, place);
    for (int i = 0; i < covariates; i++) {
      row[place + i] = next.covariate(i);
      row[place + covariates + i] = past.occasion().covariate(i);
    }
    return row;
  }

  private double fromLast(Past past, double value) {
    return Numbers.rounded((value - past.last()) / scale);
  }

  private static int calendar(Past past, Occasion next, double[] row, int from) {
    double gap = Math.max(0, next.time() - past.occasion().time());
    double day = Math.floor(next.time() / SECONDS_PER_DAY);
    int place = from;
    row[place++] = Numbers.rounded(Math.log1p(gap));
    row[place++] = Math.floor((next.time() - day * SECONDS_PER_DAY) / SECONDS_PER_HOUR);
    row[place++] = day - DAYS_PER_WEEK * Math.floor(day / DAYS_PER_WEEK);
    row[place++] = past.index();
    return place;
  }

  /** The standard deviation of the last eight values, of those that there are. */
  private static double deviation(Past past) {
    int count = 0;
    double mean = 0;
    double squares = 0;
    for (int lag = 1; lag <= LAGS && !Double.isNaN(past.lag(lag)); lag++) {
      count++;
      double difference = past.lag(lag) - mean;
      mean += difference / count;
      squares += difference * (past.lag(lag) - mean);
    }
    return Math.sqrt(squares / count);
  }
}
