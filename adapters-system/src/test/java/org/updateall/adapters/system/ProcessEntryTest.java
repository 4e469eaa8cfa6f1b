package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessEntryTest {

  private static final String REST =
      " 77 78 79 0 -1 4194304 100 0 0 0 1 2 3 4 20 0 1 0 8812345 2600960 250 1 1 0";

  @Test
  void aNameMayHoldBracketsAndBlanks() {
    ProcessEntry entry = ProcessEntry.from(80, "80 (a) R 1 (b)) S" + REST);

    assertEquals(
        new ProcessEntry(
            new ProcessId(80, 8_812_345),
            77,
            79,
            false,
            new CpuTime(0.01, 0.02),
            new CpuTime(0.03, 0.04)),
        entry);
    assertNotNull(entry);
    assertEquals(0.10, entry.cpuTime().seconds(), 1e-9);
  }

  @Test
  void aZombieHasEnded() {
    ProcessEntry entry = ProcessEntry.from(80, "80 (sh) Z" + REST);

    assertNotNull(entry);
    assertTrue(entry.zombie());
  }

  @Test
  void whatIsGarbledIsNoProcess() {
    assertNull(ProcessEntry.from(80, ""));
    assertNull(ProcessEntry.from(80, "80 (sh) S 1 2 3"));
    assertNull(ProcessEntry.from(80, "80 (sh) S" + REST.replace("77", "x")));
  }

  @Test
  void theKernelTellsOfThisProcess() {
    ProcessTable table = new ProcessTable(Path.of("/proc"));
    long self = ProcessHandle.current().pid();
    ProcessEntry entry = table.entry(self);
    ProcessTable.Memory memory = table.memory(self);

    assertNotNull(entry);
    assertNotNull(memory);
    assertTrue(memory.most() >= memory.now() && memory.now() > 10_000_000);
    assertTrue(table.everybody().stream().anyMatch(each -> each.id().equals(entry.id())));
    assertNull(table.memory(Integer.MAX_VALUE));
    assertNull(table.traffic(Integer.MAX_VALUE));
  }
}
