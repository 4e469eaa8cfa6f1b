package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why a prediction is what it is.
 *
 * @param prediction the prediction
 * @param members what each of the models that were weighed has to do with it, greatest weight
 *     first; none where a single model predicts
 * @param effects what the covariates have to do with it, by name
 */
public record Explanation(
    Prediction prediction, List<MemberShare> members, List<CovariateEffect> effects) {

  public Explanation {
    requireNonNull(prediction, "prediction");
    members = List.copyOf(members);
    effects = List.copyOf(effects);
  }

  /**
   * What one model has to do with a prediction.
   *
   * @param model its name
   * @param weight its part of the whole, from 0 to 1
   * @param forecast what it predicts itself, in units of the target
   */
  public record MemberShare(String model, double weight, double forecast) {}

  /**
   * What one covariate has to do with a prediction.
   *
   * @param name its name
   * @param value what it is taken to be
   * @param known whether that is known of the coming run; else it is the last one that was
   * @param point what is predicted with that value, in units of the target
   * @param pointAtTwice what would be predicted with twice that value
   */
  public record CovariateEffect(
      String name, double value, boolean known, double point, double pointAtTwice) {}
}
