package org.updateall.modeling.model.ets;

import java.util.Arrays;
import java.util.List;

/**
 * Where the parameters and initial states of a form stand in a point of the search.
 *
 * <pre>
 * symbol   meaning                                          equation
 * x        point: alpha, betaShare, gammaShare, phi, l0,    those that the form has, in this
 *          b0, s0 of all steps of the season but the first  order
 * beta                                                      LO + betaShare (alpha - LO)
 * gamma                                                     LO + gammaShare (1 - alpha - LO)
 * s0       of the first step                                what the others leave of m with
 *                                                           factors, else of 0
 * </pre>
 *
 * <p>Shares from 0 to 1 are R's bounds of beta and gamma (forecast 8.20).
 */
final class SearchCoordinates {

  static final double LO = 1e-4;

  /** The place of what the form has not. */
  static final int NONE = -1;

  final int beta;
  final int gamma;
  final int phi;
  final int level;
  final int trend;
  final int size;

  private final EtsForm form;
  private final int m;
  private final int season;

  SearchCoordinates(EtsForm form, int m) {
    this.form = form;
    this.m = m;
    int place = 1;
    this.beta = form.hasTrend() ? place++ : NONE;
    this.gamma = form.hasSeason() ? place++ : NONE;
    this.phi = form.hasDamping() ? place++ : NONE;
    this.level = place++;
    this.trend = form.hasTrend() ? place++ : NONE;
    this.season = form.hasSeason() ? place : NONE;
    this.size = form.freeParameters(m);
  }

  /**
   * The point of that alpha, shares of beta and gamma, and phi, in this order, and these states;
   * what the form has not is not used.
   */
  double[] pack(double[] smoothing, EtsState state) {
    double[] x = new double[size];
    x[0] = smoothing[0];
    x[level] = state.level();
    if (form.hasTrend()) {
      x[beta] = smoothing[1];
      x[trend] = state.trend();
    }
    if (form.hasDamping()) {
      x[phi] = smoothing[3];
    }
    if (form.hasSeason()) {
      x[gamma] = smoothing[2];
      for (int step = 1; step < m; step++) {
        x[season(step)] = state.season().get(step);
      }
    }
    return x;
  }

  Smoothing smoothing(double[] x) {
    return new Smoothing(x[0], beta(x), gamma(x), phi(x));
  }

  EtsState state(double[] x) {
    double[] s = new double[m];
    fillSeason(x, s);
    List<Double> season = form.hasSeason() ? Arrays.stream(s).boxed().toList() : List.of();
    return new EtsState(x[level], trend(x), season);
  }

  double beta(double[] x) {
    return form.hasTrend() ? LO + x[beta] * (x[0] - LO) : 0;
  }

  double gamma(double[] x) {
    return form.hasSeason() ? LO + x[gamma] * (1 - x[0] - LO) : 0;
  }

  double phi(double[] x) {
    return form.hasDamping() ? x[phi] : 1;
  }

  double trend(double[] x) {
    return form.hasTrend() ? x[trend] : 0;
  }

  /** The place of that step of the season, which is not the first. */
  int season(int step) {
    return season + step - 1;
  }

  void fillSeason(double[] x, double[] s) {
    if (!form.hasSeason()) {
      return;
    }
    double rest = form.hasSeasonFactors() ? m : 0;
    for (int step = 1; step < m; step++) {
      s[step] = x[season(step)];
      rest -= s[step];
    }
    s[0] = rest;
  }
}
