package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.Applicability.Verdict;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;

final class ProtocolPluginTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String FILE = "/plugins/-rf my tool";

  private final ScriptedAsking asking = new ScriptedAsking();
  private final ProtocolPlugin plugin =
      new ProtocolPlugin(new PluginName("-rf my tool"), Path.of(FILE), asking, () -> 0);

  @Test
  void handsItsNameAndQuestionsOverAsTheyAre() {
    asking.on(FILE, 0, "");
    plugin.applicability(MINUTE);
    assertEquals(List.of(List.of(FILE, "is-applicable")), asking.asked);
    assertEquals("C", asking.environments.get(0).get("LC_ALL"));
    assertEquals(List.of(ProtocolPlugin.QUICK), asking.limits);
  }

  @Test
  void saysWhetherItApplies() {
    assertEquals(Verdict.APPLIES, answering(0).applicability(MINUTE).verdict());
    assertEquals(Verdict.DOES_NOT_APPLY, answering(1).applicability(MINUTE).verdict());
    assertEquals(Verdict.DOES_NOT_APPLY, answering(3).applicability(MINUTE).verdict());
    assertEquals(Verdict.UNKNOWN, answering(2).applicability(MINUTE).verdict());
    assertEquals(Verdict.UNKNOWN, answering(124).applicability(MINUTE).verdict());
    asking.failing(FILE, "it did not answer within 30 s");
    assertEquals("it did not answer within 30 s", plugin.applicability(MINUTE).reason());
  }

  @Test
  void readsItsEstimate() {
    asking
        .on(FILE + " is-applicable", 0, "")
        .on(FILE + " estimate-update", 0, "{\"data\":{\"package_count\":5,\"total_bytes\":70}}");
    PreflightReport report = plugin.preflight(MINUTE);
    assertEquals(Finding.UPDATES, report.finding());
    assertEquals(5, report.work().packageCount());
    assertEquals(70L, report.work().downloadBytes());
  }

  @Test
  void nothingToUpdateIsUpToDate() {
    asking
        .on(FILE + " is-applicable", 0, "")
        .on(FILE + " estimate-update", 0, "{\"package_count\":0,\"total_bytes\":0}");
    assertEquals(Finding.UP_TO_DATE, plugin.preflight(MINUTE).finding());
  }

  @Test
  void whoDoesNotKnowTheEstimateCannotTell() {
    asking
        .on(FILE + " is-applicable", 0, "")
        .complaining(FILE + " estimate-update", 1, "Unknown command: estimate-update");
    PreflightReport report = plugin.preflight(MINUTE);
    assertEquals(Finding.UNTOLD, report.finding());
    assertTrue(report.reason().contains("Unknown command"), report.reason());
  }

  @Test
  void anErrorThatIsExplainedIsAFailure() {
    asking
        .on(FILE + " is-applicable", 0, "")
        .on(
            FILE + " estimate-update",
            1,
            "{\"status\":\"error\",\"error\":{\"message\":\"no network\"}}");
    PreflightReport report = plugin.preflight(MINUTE);
    assertEquals(Finding.FAILED, report.finding());
    assertEquals("it reports: no network", report.reason());
  }

  @Test
  void otherAnswersAreFailuresOrNotApplicable() {
    assertEquals(Finding.FAILED, estimating(0, "nonsense").finding());
    assertEquals(Finding.FAILED, estimating(124, "").finding());
    assertEquals(Finding.NOT_APPLICABLE, estimating(3, "").finding());
    assertEquals(
        Finding.NOT_APPLICABLE, estimating(1, "{\"data\":{\"applicable\":false}}").finding());
    assertEquals(Finding.NOT_APPLICABLE, answering(1).preflight(MINUTE).finding());
    assertEquals(Finding.FAILED, answering(2).preflight(MINUTE).finding());
  }

  @Test
  void learnsWhatAnUpdateTakes() {
    asking
        .on(FILE + " can-separate-download", 0, "")
        .on(FILE + " does-require-sudo", 0, "")
        .on(FILE + " get-mutexes", 0, "{\"mutexes\": [\"pkgmgr:apt\", 5]}")
        .on(
            FILE + " get-dependency",
            0,
            "{\"dependencies\": [\"apt\"], \"conflicts\": [\"snap\"]}");
    PluginPlan plan = plugin.plan();
    assertEquals(
        List.of(List.of(FILE, "download"), List.of(FILE, "update")),
        plan.steps().stream().map(PluginStep::command).toList());
    assertTrue(plan.needsRoot());
    assertEquals(Set.of("pkgmgr:apt"), plan.mutexes(StepPhase.EXECUTE));
    assertEquals(Set.of(new PluginName("apt")), plan.after());
    assertEquals(Set.of(new PluginName("snap")), plan.conflicts());
    int questions = asking.asked.size();
    plugin.plan();
    assertEquals(questions, asking.asked.size(), "asked once");
  }

  @Test
  void asksPhaseByPhaseWhoDoesNotKnowTheOtherQuestion() {
    asking
        .on(FILE + " update-mutexes", 0, "pkgmgr:apt\r\n\n  app:firefox \n")
        .on(FILE + " download-mutexes", 0, "{\"mutexes\": [\"system:network\"]}")
        .on(FILE + " update-dependency", 0, "{\"dependencies\": [\"apt\"]}")
        .on(FILE + " download-dependency", 0, "snap\n")
        .on(FILE, 1, "Unknown command");
    PluginPlan plan = plugin.plan();
    assertEquals(Set.of(), plan.mutexes(StepPhase.CHECK));
    assertEquals(Set.of("system:network"), plan.mutexes(StepPhase.DOWNLOAD));
    assertEquals(Set.of("pkgmgr:apt", "app:firefox"), plan.mutexes(StepPhase.EXECUTE));
    assertEquals(Set.of(new PluginName("apt"), new PluginName("snap")), plan.after());
    assertEquals(Set.of(), plan.conflicts());
    assertEquals(List.of(), plan.remarks());
  }

  @Test
  void whoKnowsNoQuestionTakesOneStep() {
    PluginPlan plan = answering(1).plan();
    assertEquals(List.of("update"), plan.steps().stream().map(PluginStep::name).toList());
    assertFalse(plan.needsRoot());
    assertEquals(Set.of(), plan.allMutexes());
    assertEquals(List.of(), plan.remarks());
  }

  @Test
  void remarksOnWhatCannotBeLearned() {
    asking
        .failing(FILE + " can-separate-download", "it did not answer within 30 s")
        .on(FILE + " does-require-sudo", 1, "")
        .on(FILE + " get-mutexes", 0, "pkgmgr:apt")
        .on(FILE + " get-dependency", 0, "{\"dependencies\": [\"" + "x".repeat(300) + "\"]}");
    assertEquals(
        List.of(
            "can-separate-download: it did not answer within 30 s",
            "get-mutexes: what it prints has no list of mutexes",
            "get-dependency: plugin name has 300 characters, at most 200 are kept"),
        plugin.plan().remarks());
  }

  private static ProtocolPlugin answering(int exitCode) {
    ScriptedAsking same = new ScriptedAsking().on("", exitCode, "");
    return new ProtocolPlugin(new PluginName("p"), Path.of("/p"), same, () -> 0);
  }

  private static PreflightReport estimating(int exitCode, String output) {
    ScriptedAsking asking =
        new ScriptedAsking()
            .on("/p is-applicable", 0, "")
            .on("/p estimate-update", exitCode, output);
    return new ProtocolPlugin(new PluginName("p"), Path.of("/p"), asking, () -> 0)
        .preflight(MINUTE);
  }
}
