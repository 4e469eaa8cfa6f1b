package org.updateall.modeling.model.ets;

import java.util.ArrayList;
import java.util.List;

/** Which error, trend and season an exponential smoothing model has. */
public record EtsForm(ErrorType error, TrendType trend, SeasonType season) {

  /** A level alone: simple exponential smoothing. */
  public static final EtsForm LEVEL =
      new EtsForm(ErrorType.ADDITIVE, TrendType.NONE, SeasonType.NONE);

  /** How many more observations than free parameters a form needs (R's rule). */
  private static final int SPARE = 4;

  /**
   * @throws IllegalArgumentException if a component is missing, or additive error meets a
   *     multiplicative season: there the variance of forecasts is infinite
   */
  public EtsForm {
    if (error == null || trend == null || season == null) {
      throw new IllegalArgumentException("a component of the form is missing");
    }
    if (error == ErrorType.ADDITIVE && season == SeasonType.MULTIPLICATIVE) {
      throw new IllegalArgumentException("additive error with multiplicative season is unstable");
    }
  }

  /**
   * The form with that label, for example {@code ETS(M,Ad,M)}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EtsForm labelled(String label) {
    return all().stream()
        .filter(form -> form.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no form " + label));
  }

  /** Every form, the one with the fewest components first. */
  public static List<EtsForm> all() {
    List<EtsForm> forms = new ArrayList<>();
    for (SeasonType season : SeasonType.values()) {
      for (ErrorType error : ErrorType.values()) {
        if (error == ErrorType.MULTIPLICATIVE || season != SeasonType.MULTIPLICATIVE) {
          for (TrendType trend : TrendType.values()) {
            forms.add(new EtsForm(error, trend, season));
          }
        }
      }
    }
    return List.copyOf(forms);
  }

  /** The form in the field's notation, for example {@code ETS(M,Ad,M)}. */
  public String label() {
    return "ETS(%s,%s,%s)".formatted(error.letter(), trend.letter(), season.letter());
  }

  boolean hasTrend() {
    return trend != TrendType.NONE;
  }

  boolean hasDamping() {
    return trend == TrendType.DAMPED;
  }

  boolean hasSeason() {
    return season != SeasonType.NONE;
  }

  boolean hasSeasonFactors() {
    return season == SeasonType.MULTIPLICATIVE;
  }

  boolean hasRelativeError() {
    return error == ErrorType.MULTIPLICATIVE;
  }

  /** Alpha, and those of beta, gamma and phi that the form has. */
  int smoothingParameters() {
    return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (hasDamping() ? 1 : 0);
  }

  /** Level, trend, and all of the season but one, which the others give. */
  int initialStates(int period) {
    return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? period - 1 : 0);
  }

  /** Smoothing parameters and initial states, without the variance. */
  int freeParameters(int period) {
    return smoothingParameters() + initialStates(period);
  }

  /** Whether so many observations can carry the form. */
  boolean isSupportedBy(int observations, int period) {
    return observations > freeParameters(period) + SPARE;
  }
}
