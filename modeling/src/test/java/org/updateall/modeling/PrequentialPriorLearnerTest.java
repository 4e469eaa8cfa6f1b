package org.updateall.modeling;

import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.PriorLearnerContract;

class PrequentialPriorLearnerTest extends PriorLearnerContract {

  @Override
  protected PriorLearner learner() {
    return new PrequentialPriorLearner();
  }
}
