package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAndStatusesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u2028", "a\nb", "\u0000", "a\u007Fb", "\uD83D", "a\uDE00b"})
  void refusesANameThatNoPluginCanHave(String name) {
    assertThrows(IllegalArgumentException.class, () -> new PluginName(name));
  }

  @Test
  void refusesAnOverlongName() {
    assertEquals(200, new PluginName("x".repeat(200)).value().length());
    assertThrows(IllegalArgumentException.class, () -> new PluginName("x".repeat(201)));
  }

  @Test
  void tellsNamesApartByCaseAndOrdersThem() {
    assertNotEquals(new PluginName("apt"), new PluginName("Apt"));
    assertTrue(new PluginName("Apt").compareTo(new PluginName("apt")) < 0);
    assertEquals("zażółć 😀", new PluginName("zażółć 😀").toString());
  }

  @ParameterizedTest
  @EnumSource
  void readsAStatusInEitherCase(ExecutionStatus status) {
    assertEquals(status.name().toLowerCase(Locale.ROOT), status.wireName());
    assertEquals(Option.some(status), ExecutionStatus.fromWireName(status.wireName()));
    assertEquals(Option.some(status), ExecutionStatus.fromWireName(status.name()));
  }

  @ParameterizedTest
  @EnumSource
  void readsAPhaseInEitherCase(StepPhase phase) {
    assertEquals(Option.some(phase), StepPhase.fromName(phase.name()));
    assertEquals(Option.some(phase), StepPhase.fromName(phase.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ok", " success", "successful", "checks"})
  void knowsNoOtherStatusOrPhase(String text) {
    assertEquals(Option.none(), ExecutionStatus.fromWireName(text));
    assertEquals(Option.none(), StepPhase.fromName(text));
  }

  @Test
  void successFailureAndTimeoutAreFinishedAttempts() {
    assertEquals(
        List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED, ExecutionStatus.TIMEOUT),
        Arrays.stream(ExecutionStatus.values())
            .filter(ExecutionStatus::isFinishedAttempt)
            .toList());
  }

  @Test
  void aScopeIncludesItsHostOrEveryHost() {
    assertTrue(HostScope.everyHost().includes("a"));
    assertTrue(HostScope.only("a").includes("a"));
    assertFalse(HostScope.only("a").includes("A"));
    assertFalse(HostScope.only("a").includes("b"));
    assertThrows(IllegalArgumentException.class, () -> HostScope.only("\uD83D"));
  }
}
