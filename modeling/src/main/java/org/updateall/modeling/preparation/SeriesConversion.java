package org.updateall.modeling.preparation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Observation;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * From observations to plain numbers: times by the local clock, and covariates by their place.
 *
 * @param covariates the names of those that are used, in the order of their places
 * @param zone whose clock says hour and day
 */
public record SeriesConversion(List<String> covariates, ZoneId zone) {

  private static final double NANOS_PER_SECOND = 1e9;

  public SeriesConversion {
    covariates = List.copyOf(covariates);
  }

  /**
   * The observations as a series.
   *
   * @param period how many values make one season; 1 if nothing is known of seasons
   */
  public TimeSeries series(List<Observation> observations, int period) {
    double[] values = new double[observations.size()];
    List<Occasion> occasions = new ArrayList<>(values.length);
    BitSet censored = new BitSet();
    for (int i = 0; i < values.length; i++) {
      Observation observation = observations.get(i);
      values[i] = observation.value();
      occasions.add(occasion(observation.time(), observation.known()));
      censored.set(i, observation.lowerBound());
    }
    return new TimeSeries(values, occasions, censored, period);
  }

  public Occasion occasion(Instant time, Covariates known) {
    return occasion(localSeconds(time), known);
  }

  /**
   * @param localSeconds the time by the local clock; what {@link TimeSeries#expected} gives
   */
  public Occasion occasion(double localSeconds, Covariates known) {
    return new Occasion(
        localSeconds, covariates.stream().mapToDouble(name -> valueOf(name, known)).toArray());
  }

  private double localSeconds(Instant time) {
    int offset = zone.getRules().getOffset(time).getTotalSeconds();
    return time.getEpochSecond() + offset + time.getNano() / NANOS_PER_SECOND;
  }

  /**
   * The time at which the local clock said so, to the microsecond; the first of two in the hour
   * that it says twice.
   */
  public Instant instant(double localSeconds) {
    long microseconds = Math.round(localSeconds * 1e6);
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(microseconds, 1_000_000L),
            1000 * Math.floorMod(microseconds, 1_000_000),
            ZoneOffset.UTC);
    return local.atZone(zone).toInstant();
  }

  private static double valueOf(String name, Covariates known) {
    @Nullable Double value = known.values().get(name);
    return value == null ? Double.NaN : value;
  }
}
