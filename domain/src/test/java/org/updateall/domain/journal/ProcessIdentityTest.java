package org.updateall.domain.journal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

  private static final ProcessIdentity OBSERVER = process("atlas", "boot 2", "inner", 1, "100");

  @Test
  void hasEndedIfNoProcessHasItsId() {
    assertTrue(hasEnded(process("atlas", "boot 2", "inner", 7, "70"), null));
  }

  @Test
  void hasEndedIfItsIdBelongsToAProcessThatBeganAtAnotherTime() {
    ProcessIdentity process = process("atlas", "boot 2", "inner", 7, "70");

    assertTrue(hasEnded(process, process("atlas", "boot 2", "inner", 7, "71")));
    assertFalse(hasEnded(process, process));
  }

  @Test
  void hasEndedIfItsMachineWasStartedAnewWhateverRunsThere() {
    ProcessIdentity process = process("atlas", "boot 1", "elsewhere", 7, "70");

    assertTrue(hasEnded(process, process));
  }

  @Test
  void ofAnotherMachineNothingIsKnown() {
    assertFalse(hasEnded(process("zeus", "boot 2", "inner", 7, "70"), null));
    assertFalse(hasEnded(process("zeus", "boot 1", "inner", 7, "70"), null));
  }

  @Test
  void whereProcessIdsCountElsewhereNothingIsKnown() {
    assertFalse(hasEnded(process("atlas", "boot 2", "outer", 7, "70"), null));
    assertFalse(hasEnded(process("atlas", "boot 2", null, 7, "70"), null));
  }

  @Test
  void withoutTheStartOfTheMachineOnOneSideNothingIsKnown() {
    assertFalse(hasEnded(process("atlas", null, "inner", 7, "70"), null));
  }

  @Test
  void withoutAStartOfTheProcessItsIdAloneDecides() {
    ProcessIdentity process = process("atlas", "boot 2", "inner", 7, null);

    assertFalse(hasEnded(process, process("atlas", "boot 2", "inner", 7, "71")));
    assertFalse(hasEnded(process("atlas", "boot 2", "inner", 7, "70"), process));
    assertTrue(hasEnded(process, null));
  }

  @Test
  void systemsThatNameNoStartAndNoNamespaceAreComparedByTheRest() {
    ProcessIdentity observer = process("atlas", null, null, 1, "100");
    ProcessIdentity process = process("atlas", null, null, 7, "70");

    assertTrue(process.isKnownToHaveEnded(observer, pid -> Option.none()));
    assertFalse(process.isKnownToHaveEnded(observer, pid -> Option.some(process)));
  }

  private static boolean hasEnded(ProcessIdentity process, @Nullable ProcessIdentity running) {
    return process.isKnownToHaveEnded(
        OBSERVER, pid -> Option.of(pid == process.pid() ? running : null));
  }

  private static ProcessIdentity process(
      String host,
      @Nullable String boot,
      @Nullable String namespace,
      long pid,
      @Nullable String start) {
    return new ProcessIdentity(host, boot, namespace, pid, start);
  }
}
