package org.updateall.modeling.model.ets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;
import org.updateall.modeling.model.TimeSeries;

class OneFormTest {

  @Test
  void fitsItsFormWhateverOthersWouldDo() {
    TimeSeries nile = ClassicSeries.named("Nile");
    EtsForm damped = EtsForm.labelled("ETS(A,Ad,N)");
    OneForm family = new OneForm(damped);

    assertEquals(damped, family.fit(nile).components());
    assertEquals(new ExponentialSmoothing().fit(damped, nile), family.fit(nile));
    assertEquals("ETS(A,Ad,N)", family.name());
  }

  @Test
  void refusesFewerThanFiveValues() {
    OneForm family = new OneForm(EtsForm.LEVEL);

    assertEquals(5, family.minObservations());
    assertThrows(IllegalArgumentException.class, () -> family.fit(TimeSeries.of(1, 2, 3, 4)));
  }
}
