package org.updateall.modeling.model.prophet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * The columns of the regression: time, one, the seasons' functions, the covariates, and for each
 * place where the rate may change the time since then.
 */
final class Design {

  private static final int CHANGEPOINTS = 25;
  private static final double CHANGEPOINT_RANGE = 0.8;
  private static final int TIME_AND_ONE = 2;

  private static final double RATE_PRECISION = 1 / (5.0 * 5.0);
  private static final double COEFFICIENT_PRECISION = 1 / (10.0 * 10.0);

  private final LinearScale times;
  private final List<Seasonality> seasons;
  private final List<Regressor> regressors;
  private final double[] changepoints;
  private final int candidates;
  private final int smooth;

  /**
   * @param window with at least one value, all of them observed
   */
  Design(TimeSeries window) {
    double[] at = window.occasions().stream().mapToDouble(Occasion::time).toArray();
    double span = at[at.length - 1] - at[0];
    times = new LinearScale(at[0], span > 0 ? span : window.usualStep());
    seasons = Seasonality.supportedBy(at);
    regressors = regressors(window);
    int[] places = changepointPlaces(at.length);
    candidates = places.length;
    changepoints = distinctTimes(at, places);
    smooth = TIME_AND_ONE + seasons.stream().mapToInt(Seasonality::size).sum() + regressors.size();
  }

  private static List<Regressor> regressors(TimeSeries window) {
    List<Regressor> regressors = new ArrayList<>();
    for (int index = 0; index < window.covariates(); index++) {
      int covariate = index;
      regressors.add(
          Regressor.of(
              window.occasions().stream().mapToDouble(o -> o.covariate(covariate)).toArray()));
    }
    return regressors;
  }

  /** Evenly among the observations of the first 80 %, the very first left out. */
  static int[] changepointPlaces(int observations) {
    int range = (int) Math.floor(CHANGEPOINT_RANGE * observations);
    int count = Math.max(0, Math.min(CHANGEPOINTS, range - 1));
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) Math.rint((double) (i + 1) * (range - 1) / count);
    }
    return places;
  }

  /** Places that share their time are one: under a Laplace prior that is the same mode. */
  private double[] distinctTimes(double[] at, int[] places) {
    return Arrays.stream(places).mapToDouble(p -> times.to(at[p])).distinct().toArray();
  }

  LinearScale times() {
    return times;
  }

  int columns() {
    return smooth + changepoints.length;
  }

  /** The precisions of the normal priors; the columns after these have a Laplace prior. */
  double[] precisions() {
    double[] precisions = new double[smooth];
    Arrays.fill(precisions, COEFFICIENT_PRECISION);
    Arrays.fill(precisions, 0, TIME_AND_ONE, RATE_PRECISION);
    return precisions;
  }

  /** Writes the columns' values on the occasion to the beginning of the row. */
  void write(Occasion occasion, double[] row) {
    double time = times.to(occasion.time());
    row[0] = time;
    row[1] = 1;
    int column = TIME_AND_ONE;
    for (Seasonality season : seasons) {
      season.write(occasion.time(), row, column);
      column += season.size();
    }
    for (int index = 0; index < regressors.size(); index++) {
      row[column++] = regressors.get(index).scaled(occasion.covariate(index));
    }
    for (double changepoint : changepoints) {
      row[column++] = Math.max(0, time - changepoint);
    }
  }

  PiecewiseTrend trend(double[] coefficients) {
    List<Changepoint> changes = new ArrayList<>();
    for (int j = 0; j < changepoints.length; j++) {
      if (coefficients[smooth + j] != 0) {
        changes.add(new Changepoint(changepoints[j], coefficients[smooth + j]));
      }
    }
    return new PiecewiseTrend(coefficients[0], coefficients[1], changes, candidates);
  }

  List<Season> seasons(double[] coefficients) {
    List<Season> estimated = new ArrayList<>();
    int column = TIME_AND_ONE;
    for (Seasonality season : seasons) {
      List<Double> own = new ArrayList<>();
      for (int i = 0; i < season.size(); i++) {
        own.add(coefficients[column++]);
      }
      estimated.add(new Season(season, own));
    }
    return estimated;
  }

  List<Regressor> regressors(double[] coefficients) {
    List<Regressor> estimated = new ArrayList<>();
    int column = smooth - regressors.size();
    for (Regressor regressor : regressors) {
      estimated.add(regressor.withCoefficient(coefficients[column++]));
    }
    return estimated;
  }
}
