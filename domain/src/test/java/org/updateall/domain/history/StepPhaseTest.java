package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepPhaseTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNameInEitherCase(StepPhase phase) {
    assertEquals(Option.some(phase), StepPhase.fromName(phase.name()));
    assertEquals(Option.some(phase), StepPhase.fromName(phase.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check ", "fetch", "executed"})
  void isNotFoundByAnyOtherText(String text) {
    assertTrue(StepPhase.fromName(text).isEmpty());
  }
}
