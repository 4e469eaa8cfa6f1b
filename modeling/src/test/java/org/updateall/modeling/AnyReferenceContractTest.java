package org.updateall.modeling;

import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.ReferenceLearnerContract;

final class AnyReferenceContractTest extends ReferenceLearnerContract {

  @Override
  protected ReferenceLearner learner() {
    return new PrequentialReferenceLearner();
  }
}
