package org.updateall.domain.forecast;

final class LastValueReferenceLearnerTest extends ReferenceLearnerContract {

  @Override
  protected ReferenceLearner learner() {
    return new LastValueReferenceLearner();
  }
}
