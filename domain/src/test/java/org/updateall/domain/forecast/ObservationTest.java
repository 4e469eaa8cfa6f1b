package org.updateall.domain.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.Refusal;

class ObservationTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 60, Double.MAX_VALUE})
  void isOfAnyFiniteValueFromZero(double value) {
    assertEquals(value, new Observation(SeriesFixture.FIRST, value).value());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -Double.MIN_VALUE,
        -60,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void refusesAnyOtherValue(double value) {
    assertEquals(
        "an observation must be finite and not negative: " + value,
        Refusal.of(() -> new Observation(SeriesFixture.FIRST, value)));
  }
}
