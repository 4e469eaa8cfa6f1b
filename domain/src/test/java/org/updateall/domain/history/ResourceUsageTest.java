package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceUsageTest {

  private static Stream<Arguments> seconds() {
    return Stream.of(
        inSeconds("wall clock seconds", ResourceUsage.Builder::wallClockSeconds),
        inSeconds("CPU user seconds", (usage, value) -> usage.cpuSeconds(value, 1.0)),
        inSeconds("CPU kernel seconds", (usage, value) -> usage.cpuSeconds(1.0, value)));
  }

  private static Stream<Arguments> counts() {
    return Stream.of(
        counted("memory peak bytes", (usage, value) -> usage.memoryBytes(value, 1L)),
        counted("memory average bytes", (usage, value) -> usage.memoryBytes(1L, value)),
        counted("I/O read bytes", (usage, value) -> usage.ioBytes(value, 1L)),
        counted("I/O write bytes", (usage, value) -> usage.ioBytes(1L, value)),
        counted("I/O read operations", (usage, value) -> usage.ioOperations(value, 1L)),
        counted("I/O write operations", (usage, value) -> usage.ioOperations(1L, value)),
        counted("network received bytes", (usage, value) -> usage.networkBytes(value, 1L)),
        counted("network sent bytes", (usage, value) -> usage.networkBytes(1L, value)),
        counted("download size bytes", ResourceUsage.Builder::downloadSizeBytes));
  }

  private static Arguments inSeconds(String name, BiConsumer<ResourceUsage.Builder, Double> set) {
    return Arguments.of(name, set);
  }

  private static Arguments counted(String name, BiConsumer<ResourceUsage.Builder, Long> set) {
    return Arguments.of(name, set);
  }

  private static <T> ResourceUsage with(BiConsumer<ResourceUsage.Builder, T> set, T value) {
    ResourceUsage.Builder usage = ResourceUsage.builder();
    set.accept(usage, value);
    return usage.build();
  }

  private static <T> String refused(BiConsumer<ResourceUsage.Builder, T> set, T value) {
    return Refusal.of(() -> with(set, value));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seconds")
  void refusesImpossibleSecondsByName(String name, BiConsumer<ResourceUsage.Builder, Double> set) {
    assertEquals(name + " is negative: -0.001", refused(set, -0.001));
    assertEquals(name + " is not a finite number: NaN", refused(set, Double.NaN));
    assertEquals(
        name + " is not a finite number: Infinity", refused(set, Double.POSITIVE_INFINITY));
    assertEquals(
        name + " is not a finite number: -Infinity", refused(set, Double.NEGATIVE_INFINITY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("seconds")
  void takesSecondsFromZeroToALimit(String name, BiConsumer<ResourceUsage.Builder, Double> set) {
    assertTrue(with(set, 0.0).toString().contains("=0.0"));
    assertTrue(with(set, 1e12).toString().contains("=1.0E12"));
    assertEquals(
        name + " is above 10^12 seconds: 1.0000000000001E12", refused(set, 1.0000000000001e12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counts")
  void refusesANegativeCountByName(String name, BiConsumer<ResourceUsage.Builder, Long> set) {
    assertEquals(name + " is negative: -1", refused(set, -1L));
    assertEquals(name + " is negative: -9223372036854775808", refused(set, Long.MIN_VALUE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counts")
  void takesAnyCountFromZero(String name, BiConsumer<ResourceUsage.Builder, Long> set) {
    assertTrue(with(set, 0L).toString().contains("=0"), name);
    assertTrue(with(set, Long.MAX_VALUE).toString().contains("=9223372036854775807"), name);
  }

  @Test
  void keepsEachFigureInItsPlace() {
    ResourceUsage usage =
        ResourceUsage.builder()
            .wallClockSeconds(1.0)
            .cpuSeconds(2.0, 3.0)
            .memoryBytes(4L, 5L)
            .ioBytes(6L, 7L)
            .ioOperations(8L, 9L)
            .networkBytes(10L, 11L)
            .downloadSizeBytes(12L)
            .build();

    assertEquals(new ResourceUsage(1.0, 2.0, 3.0, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L), usage);
  }

  @Test
  void leavesAbsentWhatWasNotMeasured() {
    ResourceUsage nothing =
        new ResourceUsage(null, null, null, null, null, null, null, null, null, null, null, null);

    assertEquals(nothing, ResourceUsage.unmeasured());
  }

  @Test
  void addsUserAndKernelTime() {
    assertEquals(1.75, ResourceUsage.builder().cpuSeconds(1.5, 0.25).build().cpuSeconds().get());
  }

  @Test
  void knowsNoCpuTimeUnlessBothWereMeasured() {
    for (ResourceUsage usage :
        List.of(
            ResourceUsage.builder().cpuSeconds(1.5, null).build(),
            ResourceUsage.builder().cpuSeconds(null, 0.25).build(),
            ResourceUsage.unmeasured())) {
      assertTrue(usage.cpuSeconds().isEmpty(), usage.toString());
    }
  }

  @Test
  void knowsNoNegativeZero() {
    ResourceUsage usage =
        ResourceUsage.builder().wallClockSeconds(-0.0).cpuSeconds(-0.0, 1.0).build();

    assertEquals(ResourceUsage.builder().wallClockSeconds(0.0).cpuSeconds(0.0, 1.0).build(), usage);
  }
}
