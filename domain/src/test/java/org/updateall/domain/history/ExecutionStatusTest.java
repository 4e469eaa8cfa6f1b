package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionStatusTest {

  @Test
  void hasLowerCaseNamesOutsideTheProgram() {
    List<String> names =
        Arrays.stream(ExecutionStatus.values()).map(ExecutionStatus::wireName).toList();

    assertEquals(List.of("pending", "running", "success", "failed", "skipped", "timeout"), names);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNameInEitherCase(ExecutionStatus status) {
    assertEquals(Option.some(status), ExecutionStatus.fromWireName(status.wireName()));
    assertEquals(
        Option.some(status),
        ExecutionStatus.fromWireName(status.wireName().toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " success", "succeeded", "unknown"})
  void isNotFoundByAnyOtherText(String text) {
    assertTrue(ExecutionStatus.fromWireName(text).isEmpty());
  }

  @Test
  void countsSuccessFailureAndTimeoutAsFinishedAttempts() {
    Set<ExecutionStatus> finished = EnumSet.noneOf(ExecutionStatus.class);
    for (ExecutionStatus status : ExecutionStatus.values()) {
      if (status.isFinishedAttempt()) {
        finished.add(status);
      }
    }

    assertEquals(
        EnumSet.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED, ExecutionStatus.TIMEOUT),
        finished);
  }
}
