package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.journal.ProcessIdentity;

class SystemProcessesTest {

  private static final String STAT_BEFORE_START = " S 1 7 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 ";

  @Test
  void knowsThisProcessAgain() {
    Processes processes = new SystemProcesses();
    ProcessIdentity self = processes.self();

    assertEquals(ProcessHandle.current().pid(), self.pid());
    assertFalse(self.hostname().isBlank());
    assertNotNull(self.startedAt());
    assertEquals(Option.some(self), new SystemProcesses().running(self.pid()));
    assertFalse(processes.hasEnded(self));
  }

  @Test
  void knowsWhenAnotherProcessHasEnded() throws Exception {
    for (Processes processes :
        List.of(new SystemProcesses(), new SystemProcesses(Path.of("/nowhere")))) {
      Process child = new ProcessBuilder("sleep", "60").start();
      ProcessIdentity identity = processes.running(child.pid()).get();
      assertFalse(processes.hasEnded(identity));

      child.destroyForcibly().waitFor();

      assertTrue(processes.hasEnded(identity));
      assertEquals(Option.none(), processes.running(child.pid()));
    }
  }

  @Test
  void tellsOnLinuxWhereProcessIdsCountAndWhenTheMachineStarted() {
    assumeTrue(Files.exists(Path.of("/proc/self/ns/pid")));
    ProcessIdentity self = new SystemProcesses().self();

    assertEquals(36, String.valueOf(self.bootId()).length());
    assertTrue(String.valueOf(self.processNamespace()).startsWith("pid:["));
    assertTrue(String.valueOf(self.startedAt()).matches("\\d+"));
  }

  @Test
  void tellsLessWhereTheSystemSaysLess() {
    ProcessIdentity self = new SystemProcesses(Path.of("/nowhere")).self();

    assertNull(self.bootId());
    assertNull(self.processNamespace());
    assertFalse(self.hostname().isBlank());
    assertNotNull(self.startedAt());
  }

  @Test
  void readsTheStartBehindAProgramNameOfAnyForm(@TempDir Path proc) throws IOException {
    describe(proc, "self", "1 (java)" + STAT_BEFORE_START + "100 0 0");
    describe(proc, "7", "7 (a) S (b c) )" + STAT_BEFORE_START + "4711 0 0");
    describe(proc, "8", "8 (ended)" + STAT_BEFORE_START.replace(" S ", " Z ") + "4711 0 0");
    describe(proc, "9", "9 (odd");
    Processes processes = new SystemProcesses(proc);

    assertEquals("4711", processes.running(7).get().startedAt());
    assertEquals(Option.none(), processes.running(8));
    assertNull(processes.running(9).get().startedAt());
    assertEquals(Option.none(), processes.running(10));
  }

  private static void describe(Path proc, String process, String stat) throws IOException {
    Files.writeString(Files.createDirectories(proc.resolve(process)).resolve("stat"), stat);
  }
}
