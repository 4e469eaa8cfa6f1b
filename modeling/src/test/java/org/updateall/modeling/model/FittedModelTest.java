package org.updateall.modeling.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FittedModelTest {

  @Test
  void errorsGrowAsThoseOfARandomWalkUnlessTheModelKnowsBetter() {
    assertEquals(1, new Zero().errorGrowth(1));
    assertEquals(3, new Zero().errorGrowth(9));
  }

  private record Zero() implements FittedModel {

    @Override
    public double[] forecast(List<Occasion> future) {
      return new double[future.size()];
    }

    @Override
    public FittedModel update(Occasion occasion, double observation) {
      return this;
    }

    @Override
    public String form() {
      return "zero";
    }
  }
}
