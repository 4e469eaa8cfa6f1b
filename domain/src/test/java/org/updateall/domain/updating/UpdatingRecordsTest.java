package org.updateall.domain.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.journal.AnnouncedFigures;
import org.updateall.domain.updating.PreflightReport.Finding;
import org.updateall.domain.updating.ProgressEvent.Advanced;

final class UpdatingRecordsTest {

  private static final PluginName APT = new PluginName("apt");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aStepHandsItsArgumentsOverAsTheyAre() {
    List<String> command = List.of("printf", "-n", "$(id)", "a\nb", "");
    assertEquals(command, step("a", StepPhase.CHECK, command, Map.of("A", "x=y")).command());
  }

  @Test
  void aStepRefusesWhatCannotBeRun() {
    refused("step a names no program", () -> step("a", StepPhase.CHECK, List.of(), Map.of()));
    refused("step a names no program", () -> step("a", StepPhase.CHECK, List.of(" "), Map.of()));
    refused(
        "step a holds the control character U+0000",
        () -> step("a", StepPhase.CHECK, List.of("x", "a\0b"), Map.of()));
    refused(
        "no environment variable can be named: A=B",
        () -> step("a", StepPhase.CHECK, List.of("x"), Map.of("A=B", "")));
    refused(
        "no environment variable can be named: ",
        () -> step("a", StepPhase.CHECK, List.of("x"), Map.of("", "")));
    refused(
        "the environment variable A holds the control character U+0000",
        () -> step("a", StepPhase.CHECK, List.of("x"), Map.of("A", "\0")));
    refused("step name is empty", () -> step(" ", StepPhase.CHECK, List.of("x"), Map.of()));
    refused(
        "timeout of step a is not above zero: PT0S",
        () ->
            new PluginStep(
                "a", StepPhase.CHECK, List.of("x"), Map.of(), false, Duration.ZERO, Set.of(0)));
    refused(
        "no exit code of step a is success",
        () ->
            new PluginStep("a", StepPhase.CHECK, List.of("x"), Map.of(), false, SECOND, Set.of()));
  }

  @Test
  void aPlanKeepsTheOrderOfPhases() {
    PluginStep check = step("check", StepPhase.CHECK, List.of("x"), Map.of());
    PluginStep execute = step("execute", StepPhase.EXECUTE, List.of("x"), Map.of());
    PluginPlan plan = plan(List.of(check, execute), Map.of(StepPhase.EXECUTE, Set.of("b", "a")));
    assertEquals(List.of(execute), plan.steps(StepPhase.EXECUTE));
    assertEquals(List.of(), plan.steps(StepPhase.DOWNLOAD));
    assertEquals(List.of("a", "b"), List.copyOf(plan.allMutexes()));
    assertEquals(Set.of(), plan.mutexes(StepPhase.CHECK));
    assertFalse(plan.needsRoot());
    refused("a plugin without a step", () -> plan(List.of(), Map.of()));
    refused("two steps are named check", () -> plan(List.of(check, check), Map.of()));
    refused(
        "step check of phase CHECK comes after one of phase EXECUTE",
        () -> plan(List.of(execute, check), Map.of()));
    refused("mutex is empty", () -> plan(List.of(check), Map.of(StepPhase.CHECK, Set.of(""))));
  }

  @Test
  void whatIsNotToldIsTakenFromTheOther() {
    AnnouncedWork bytes = AnnouncedWork.ofBytes(70, DownloadPrecision.EXACT);
    AnnouncedWork both = AnnouncedWork.ofCount(3).or(bytes);
    assertEquals(3, both.packageCount());
    assertEquals(70L, both.downloadBytes());
    assertEquals(
        both, both.or(new AnnouncedWork(9, List.of(), 1L, DownloadPrecision.ROUNDED, null)));
    assertEquals(5.0, bytes.or(new AnnouncedWork(null, List.of(), null, null, 5.0)).seconds());
    assertTrue(AnnouncedWork.NOTHING.isNothing());
    assertFalse(AnnouncedWork.UNTOLD.isNothing());
    assertFalse(bytes.isNothing());
    assertTrue(AnnouncedWork.UNTOLD.isUntold());
  }

  @Test
  void whatIsAnnouncedIsKnownBeforehand() {
    assertEquals(
        Covariates.of(Map.of(Covariates.PACKAGES, 3.0, Covariates.DOWNLOAD_BYTES, 70.0)),
        AnnouncedWork.ofCount(3)
            .or(AnnouncedWork.ofBytes(70, DownloadPrecision.EXACT))
            .covariates());
    assertEquals(Covariates.NONE, AnnouncedWork.UNTOLD.covariates());
  }

  @Test
  void workRefusesFiguresThatCannotBe() {
    refused("package count is negative or not finite: -1", () -> AnnouncedWork.ofCount(-1));
    refused(
        "download bytes is negative or not finite: -1",
        () -> AnnouncedWork.ofBytes(-1, DownloadPrecision.EXACT));
    refused(
        "1 packages are named, but counted are 0",
        () ->
            new AnnouncedWork(
                0, List.of(new PackageUpdate("a", null, null, null)), null, null, null));
    refused(
        "bytes and their precision belong together: 5, null",
        () -> new AnnouncedWork(null, List.of(), 5L, null, null));
    refused(
        "seconds is negative or not finite: NaN",
        () -> new AnnouncedWork(null, List.of(), null, null, Double.NaN));
    refused("package name is empty", () -> new PackageUpdate("", null, null, null));
    refused(
        "package name holds the control character U+001B",
        () -> new PackageUpdate("\u001b[31m", null, null, null));
    refused("installed version is empty", () -> new PackageUpdate("a", " ", null, null));
    refused(
        "available version holds the control character U+000A",
        () -> new PackageUpdate("a", null, "1\n", null));
    refused("packages updated is negative or not finite: -1", () -> new StepOutcome(-1, null));
  }

  @Test
  void aReportSaysWhatItFound() {
    assertEquals(
        Finding.UP_TO_DATE, PreflightReport.of(APT, AnnouncedWork.ofCount(0), SECOND).finding());
    PreflightReport updates = PreflightReport.of(APT, AnnouncedWork.ofCount(2), SECOND);
    assertEquals(Finding.UPDATES, updates.finding());
    assertEquals("not_applicable", Finding.NOT_APPLICABLE.wireName());
    refused("reason is empty", () -> PreflightReport.failed(APT, "", SECOND));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PreflightReport(APT, Finding.FAILED, AnnouncedWork.ofCount(1), "x", SECOND));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PreflightReport(APT, Finding.UPDATES, AnnouncedWork.NOTHING, "", SECOND));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PreflightReport(APT, Finding.UPDATES, AnnouncedWork.UNTOLD, "why", SECOND));
  }

  @Test
  void theHistoryKeepsWhatIsTold() {
    AnnouncedFigures told =
        new AnnouncedWork(4, List.of(), 9L, DownloadPrecision.EXACT, 30.0).figures().get();
    assertEquals(4, told.packageCount());
    assertEquals(9L, told.downloadBytes());
    assertEquals(30.0, told.wallClockSeconds());
    assertEquals(
        30.0,
        new AnnouncedWork(null, List.of(), null, null, 30.0).figures().get().wallClockSeconds());
    assertEquals(Option.none(), AnnouncedWork.UNTOLD.figures());
  }

  @Test
  void knownPluginsTellWhoIsMeant() {
    UpdatePlugin apt = ScriptedPlugin.with("apt", AnnouncedWork.NOTHING);
    UpdatePlugin npm = ScriptedPlugin.with("npm", AnnouncedWork.NOTHING);
    PluginName snap = new PluginName("snap");
    PluginName dnf = new PluginName("dnf");
    KnownPlugins known = new KnownPlugins(List.of(apt, npm), List.of(snap), List.of());
    List<PluginName> names = List.of(dnf, snap, npm.name(), dnf, snap);

    assertEquals(List.of(apt, npm), known.meant(List.of()));
    assertEquals(List.of(npm), known.meant(names));
    assertEquals(List.of(snap), known.disabledAmong(names));
    assertEquals(List.of(dnf), known.unknownAmong(names));
  }

  @Test
  void progressRefusesWhatIsOutOfRange() {
    refused(
        "a percentage lies between 0 and 100, not at 101.0",
        () -> new Advanced(StepPhase.CHECK, 101.0, null, null, null, null, null));
    refused(
        "items completed is negative or not finite: -1",
        () -> new Advanced(StepPhase.CHECK, null, null, null, null, -1L, null));
    assertEquals(
        StepPhase.CHECK, new ProgressEvent.PhaseEnded(StepPhase.CHECK, true, null).phase());
    assertEquals(StepPhase.CHECK, new ProgressEvent.PhaseStarted(StepPhase.CHECK).phase());
    assertEquals(100.0, new Advanced(StepPhase.CHECK, 100.0, "m", 1L, 2L, 3L, 4L).percent());
  }

  @Test
  void knownPluginsAreInOrderAndUnlike() {
    ScriptedPlugin apt = ScriptedPlugin.with("apt", AnnouncedWork.NOTHING);
    ScriptedPlugin npm = ScriptedPlugin.with("npm", AnnouncedWork.NOTHING);
    assertEquals(
        Option.some(npm),
        new KnownPlugins(List.of(apt, npm), List.of(), List.of()).find(npm.name()));
    refused(
        "apt does not come after npm",
        () -> new KnownPlugins(List.of(npm, apt), List.of(), List.of()));
    refused(
        "apt does not come after apt",
        () -> new KnownPlugins(List.of(apt, apt), List.of(), List.of()));
  }

  @Test
  void whetherItAppliesIsExplained() {
    assertEquals("", Applicability.applies().reason());
    assertEquals(
        Applicability.Verdict.DOES_NOT_APPLY, Applicability.doesNotApply("no apt").verdict());
    assertEquals("it hangs", Applicability.unknown("it hangs").reason());
    assertEquals("1.0", new PackageUpdate("a", "1.0", "1.1", 7L).installed());
    refused("reason is empty", () -> Applicability.doesNotApply(""));
    refused("reason is empty", () -> Applicability.unknown(" "));
    assertEquals("protocol", PluginOrigin.PROTOCOL.wireName());
    assertEquals("upper_bound", DownloadPrecision.UPPER_BOUND.wireName());
  }

  private static PluginStep step(
      String name, StepPhase phase, List<String> command, Map<String, String> environment) {
    return new PluginStep(name, phase, command, environment, false, SECOND, PluginStep.ZERO);
  }

  private static PluginPlan plan(List<PluginStep> steps, Map<StepPhase, Set<String>> mutexes) {
    return new PluginPlan(steps, mutexes, Set.of(), Set.of(), List.of());
  }

  private static void refused(String message, Executable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making).getMessage());
  }
}
