package org.updateall.domain.forecast;

class MeanPriorLearnerTest extends PriorLearnerContract {

  @Override
  protected PriorLearner learner() {
    return new MeanPriorLearner();
  }
}
