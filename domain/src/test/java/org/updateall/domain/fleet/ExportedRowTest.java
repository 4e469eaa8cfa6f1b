package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;

class ExportedRowTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final HostProfile PROFILE = new HostProfile("debian-12", SizeClass.LARGE);
  private static final PluginName APT = new PluginName("apt");

  private static ExecutionOutcome outcome(ExecutionStatus status, Coverage coverage) {
    return new ExecutionOutcome(
        new RunId(new UUID(0x4000L, Long.MIN_VALUE | 1)),
        new ExecutionId(new UUID(0x4000L, Long.MIN_VALUE | 2)),
        "atlas",
        Instant.parse("2026-03-29T01:30:00.000001Z"),
        status,
        1.5,
        0.25,
        3L,
        0L,
        5,
        7,
        coverage,
        1.25);
  }

  private static ExecutionOutcome unmeasured() {
    ExecutionOutcome whole = outcome(ExecutionStatus.FAILED, Coverage.WHOLE);
    return new ExecutionOutcome(
        whole.runId(),
        whole.executionId(),
        whole.hostname(),
        whole.startedAt(),
        whole.status(),
        null,
        null,
        null,
        null,
        null,
        null,
        whole.coverage(),
        null);
  }

  static Stream<ExecutionOutcome> outcomes() {
    return Stream.concat(
        Stream.of(unmeasured()),
        Stream.of(ExecutionStatus.values())
            .flatMap(
                status -> Stream.of(Coverage.values()).map(coverage -> outcome(status, coverage))));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void givesBackTheExecutionAndWhatWasAnnouncedBeforeIt(ExecutionOutcome outcome) {
    for (Announcement announced :
        new Announcement[] {
          new Announcement(11L, 12.5, 13.5, 14L, 15), new Announcement(null, null, null, null, null)
        }) {
      FleetRow row = FleetRow.of("atlas", PROFILE, APT, outcome, announced);

      assertEquals(TrainingRow.of(outcome, null, announced, WARSAW), row.toTrainingRow(WARSAW));
      assertEquals(PROFILE, row.profile());
      assertEquals("apt", row.pluginName());
      assertEquals(FleetRow.FORMAT, row.format());
      assertEquals(Option.none(), row.problem());
    }
  }

  @Test
  void isOfTheHostThatTheTreeNamesWhateverTheHistoryCallsIt() {
    Announcement nothing = new Announcement(null, null, null, null, null);
    ExecutionOutcome outcome = outcome(ExecutionStatus.SUCCESS, Coverage.WHOLE);

    FleetRow row = FleetRow.of("3f2a", PROFILE, APT, outcome, nothing);

    assertEquals("3f2a", row.host());
    assertEquals("3f2a", row.toTrainingRow(ZoneOffset.UTC).outcome().hostname());
  }

  @Test
  void hasTheProfileThatItsWordsSay() {
    assertEquals(
        new HostProfile("debian-12", SizeClass.MEDIUM), FleetRows.row("atlas", "apt", 0).profile());
  }

  /** Each is the second argument, put in the place of the column that the first names. */
  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("sizeClass", "huge", "there is no size class huge"),
        Arguments.of("operatingSystem", " ", "the operating system is blank"),
        Arguments.of("host", " ", "the host is blank"),
        Arguments.of("status", "fine", "there is no status fine"),
        Arguments.of("coverage", "half", "there is no coverage half"),
        Arguments.of("executionId", "none", "Invalid UUID string: none"),
        Arguments.of("runId", "", "Invalid UUID string: "),
        Arguments.of("wallClockSeconds", -1.0, "a figure is -1.0"),
        Arguments.of("wallClockSeconds", Double.NaN, "a figure is NaN"),
        Arguments.of("wallClockSeconds", 1e20, "a figure is 1.0E20"),
        Arguments.of("wallClockSeconds", 1e-300, "a figure is 1.0E-300"),
        Arguments.of("cpuSeconds", Double.POSITIVE_INFINITY, "a figure is Infinity"),
        Arguments.of("memoryPeakBytes", -2L, "a figure is -2"),
        Arguments.of("downloadSizeBytes", Long.MIN_VALUE, "a figure is -9223372036854775808"),
        Arguments.of("installSeconds", -0.5, "a figure is -0.5"),
        Arguments.of("announcedDownloadBytes", -3L, "a figure is -3"),
        Arguments.of("announcedPackages", -4, "a figure is -4"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhyNothingCanBeLearnedFromIt(String column, Object value, String why) {
    FleetRow row = FleetRowWith.value(FleetRows.row("atlas", "apt", 0), column, value);

    assertEquals(Option.some(why), row.problem());
  }

  @Test
  void refusesAPluginWithoutAName() {
    FleetRow row = FleetRowWith.value(FleetRows.row("atlas", "apt", 0), "pluginName", "");

    assertEquals(Option.some(Refusal.of(() -> new PluginName(""))), row.problem());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1e-9, 1e19})
  void takesFiguresFromNothingUpToTheGreatestCount(double value) {
    FleetRow row = FleetRowWith.value(FleetRows.row("atlas", "apt", 0), "cpuSeconds", value);

    assertEquals(Option.none(), row.problem());
  }

  @Test
  void takesAsManyBytesAsANumberCanSay() {
    FleetRow row = FleetRows.row("atlas", "apt", 0);

    assertEquals(
        Option.none(), FleetRowWith.value(row, "announcedDownloadBytes", Long.MAX_VALUE).problem());
  }

  @Test
  void keepsOfOtherTargetsNothing() {
    FleetRow row = FleetRows.row("atlas", "apt", 0);

    assertFigures(row.only(Target.WALL_CLOCK), 60.0, null, null, null, 17.25);
    assertFigures(row.only(Target.CPU_TIME), null, 20.0, null, null, null);
    assertFigures(row.only(Target.MEMORY_PEAK), null, null, 300_000_000L, null, null);
    assertFigures(row.only(Target.DOWNLOAD_SIZE), null, null, null, 40_000_000L, null);
  }

  private static void assertFigures(FleetRow row, @Nullable Object... figures) {
    assertEquals(figures[0], row.wallClockSeconds());
    assertEquals(figures[1], row.cpuSeconds());
    assertEquals(figures[2], row.memoryPeakBytes());
    assertEquals(figures[3], row.downloadSizeBytes());
    assertEquals(figures[4], row.installSeconds());
    assertEquals(39_000_000L, row.announcedDownloadBytes());
    assertEquals(4, row.announcedPackages());
    assertNull(row.announcedMemoryBytes());
    assertEquals("atlas", row.host());
    assertEquals(FleetRows.at(0), row.startedAt());
  }
}
