package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ArimaOrdersTest {

  @Test
  void haveTheNamesOfR() {
    ArimaOrders airline = ArimaOrders.of(0, 1, 1).withSeason(0, 1, 1, 12);

    assertEquals("ARIMA(1,1,1)", ArimaOrders.of(1, 1, 1).label());
    assertEquals("ARIMA(0,1,0) with drift", ArimaOrders.of(0, 1, 0).withConstant(true).label());
    assertEquals("ARIMA(0,0,1) with zero mean", ArimaOrders.of(0, 0, 1).label());
    assertEquals(
        "ARIMA(2,0,2) with non-zero mean", ArimaOrders.of(2, 0, 2).withConstant(true).label());
    assertEquals("ARIMA(0,1,1)(0,1,1)[12]", airline.label());
    assertEquals("Regression with ARIMA(0,1,1)(0,1,1)[12] errors", airline.regressionLabel());
    assertEquals("ARIMA(1,2,0)", ArimaOrders.of(1, 2, 0).withSeason(0, 0, 0, 7).label());
  }

  @Test
  void refuseWhatIsNoForm() {
    assertThrows(IllegalArgumentException.class, () -> ArimaOrders.of(-1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> ArimaOrders.of(0, 1001, 0));
    ArimaOrders none = ArimaOrders.of(0, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> none.withSeason(0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> none.withSeason(1, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> none.withSeason(0, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> none.withSeason(0, 0, 1, 1));
    ArimaOrders twice = ArimaOrders.of(0, 2, 0);
    assertThrows(IllegalArgumentException.class, () -> twice.withConstant(true));
  }
}
