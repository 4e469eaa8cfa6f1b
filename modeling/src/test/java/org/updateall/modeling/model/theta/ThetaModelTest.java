package org.updateall.modeling.model.theta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.ets.SeasonType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ThetaModelTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  @ParameterizedTest
  @ValueSource(strings = {"Nile", "AirPassengers"})
  void readFromJsonForecastsTheSame(String name) {
    TimeSeries window = ClassicSeries.named(name);
    ThetaModel model = new ThetaMethod().fit(window);
    ThetaModel read = MAPPER.readValue(MAPPER.writeValueAsString(model), ThetaModel.class);
    assertEquals(model, read);
    assertArrayEquals(model.forecast(window.expected(20)), read.forecast(window.expected(20)));
  }

  @Test
  void anAdditiveSeasonTakesTurns() {
    ThetaModel model = new ThetaModel(0.5, 10, 1, 2, SeasonType.ADDITIVE, List.of(1.0, -1.0));
    assertArrayEquals(new double[] {13, 12, 15}, model.forecast(TimeSeries.of().expected(3)));
    ThetaModel next = model.update(TimeSeries.of().expected(1).get(0), 13);
    assertEquals(11, next.level());
    assertEquals(List.of(-1.0, 1.0), next.season());
  }

  @Test
  void refusesWhatNoModelCanBe() {
    List<Double> pair = List.of(1.0, 2.0);
    refuse(0, 1, 0, 1, SeasonType.NONE, List.of());
    refuse(1.1, 1, 0, 1, SeasonType.NONE, List.of());
    refuse(Double.NaN, 1, 0, 1, SeasonType.NONE, List.of());
    refuse(0.5, Double.NaN, 0, 1, SeasonType.NONE, List.of());
    refuse(0.5, 1, Double.POSITIVE_INFINITY, 1, SeasonType.NONE, List.of());
    refuse(0.5, 1, 0, -1, SeasonType.NONE, List.of());
    refuse(0.5, 1, 0, Double.POSITIVE_INFINITY, SeasonType.NONE, List.of());
    refuse(0.5, 1, 0, 1, SeasonType.NONE, pair);
    refuse(0.5, 1, 0, 1, SeasonType.ADDITIVE, List.of());
    refuse(0.5, 1, 0, 1, SeasonType.ADDITIVE, List.of(1.0, Double.NaN));
    refuse(0.5, 1, 0, 1, SeasonType.MULTIPLICATIVE, List.of(1.0, 0.0));
  }

  @Test
  void refusesADamagedDocument() {
    ThetaModel model = new ThetaModel(0.5, 10, 1, 2, SeasonType.ADDITIVE, List.of(1.0, -1.0));
    String text = MAPPER.writeValueAsString(model);
    String[][] damages = {
      {"\"ADDITIVE\"", "null"}, {"[1.0,-1.0]", "null"}, {"[1.0,-1.0]", "[1.0,null]"}
    };
    for (String[] damage : damages) {
      assertTrue(text.contains(damage[0]), text);
      String damaged = text.replace(damage[0], damage[1]);
      assertThrows(RuntimeException.class, () -> MAPPER.readValue(damaged, ThetaModel.class));
    }
  }

  private static void refuse(
      double alpha, double level, double drift, double lag, SeasonType type, List<Double> season) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ThetaModel(alpha, level, drift, lag, type, season));
  }
}
