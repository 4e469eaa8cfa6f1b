package org.updateall.application.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ScriptedPlugin;

@Timeout(30)
final class DispatcherTest {

  private static final Set<PluginName> NOBODY = Set.of();

  @Test
  void givesTheFirstThatMayBegin() throws InterruptedException {
    Dispatcher dispatcher = dispatcher(null, Map.of(), plugin("apt"), plugin("npm"));

    assertEquals("apt", name(dispatcher.next()));
    assertEquals("npm", name(dispatcher.next()));
    assertNull(dispatcher.next());
  }

  @Test
  void twoThatNeedTheSameMutexTakeTurns() throws Exception {
    Dispatcher dispatcher =
        dispatcher(
            null,
            Map.of(),
            plugin("apt", Set.of("dpkg"), NOBODY, NOBODY),
            plugin("dpkg", Set.of("dpkg"), NOBODY, NOBODY),
            plugin("npm"));
    assertEquals("apt", name(dispatcher.next()));
    assertEquals("npm", name(dispatcher.next()));

    CompletableFuture<@Nullable PlannedPlugin> waiting = waiting(dispatcher);
    assertStillWaits(waiting);
    dispatcher.ended(new PluginName("npm"));
    assertStillWaits(waiting);
    dispatcher.ended(new PluginName("apt"));

    assertEquals("dpkg", name(waiting.get(10, TimeUnit.SECONDS)));
  }

  @Test
  void oneThatComesAfterAnotherWaitsForItWhereItRuns() throws Exception {
    Dispatcher dispatcher =
        dispatcher(
            null,
            Map.of(),
            plugin("apt", Set.of(), Set.of(new PluginName("snap"), new PluginName("gone")), NOBODY),
            plugin("snap"));
    assertEquals("snap", name(dispatcher.next()));

    assertBeginsAfter(dispatcher, "snap", "apt");
  }

  @Test
  void thoseThatConflictDoNotMeet() throws Exception {
    Dispatcher dispatcher =
        dispatcher(
            null,
            Map.of(),
            plugin("apt"),
            plugin("npm", Set.of(), NOBODY, Set.of(new PluginName("apt"))));
    assertEquals("apt", name(dispatcher.next()));

    assertBeginsAfter(dispatcher, "apt", "npm");
  }

  @Test
  void memoryIsNotExceededButByOneAlone() throws Exception {
    Map<PluginName, Double> needed =
        Map.of(
            new PluginName("apt"),
            600.0,
            new PluginName("npm"),
            500.0,
            new PluginName("snap"),
            300.0);
    Dispatcher dispatcher =
        dispatcher(1000L, needed, plugin("apt"), plugin("npm"), plugin("snap"), plugin("zypper"));
    assertEquals("apt", name(dispatcher.next()));
    assertEquals("snap", name(dispatcher.next()));
    assertEquals("zypper", name(dispatcher.next()));

    assertBeginsAfter(dispatcher, "apt", "npm");

    Dispatcher tiny = dispatcher(10L, needed, plugin("apt"), plugin("npm"));
    assertEquals("apt", name(tiny.next()));
  }

  @Test
  void aCycleStopsNobody() throws InterruptedException {
    Dispatcher dispatcher =
        dispatcher(
            null,
            Map.of(),
            plugin("apt", Set.of(), Set.of(new PluginName("npm")), NOBODY),
            plugin("npm", Set.of(), Set.of(new PluginName("apt")), NOBODY));

    assertEquals("apt", name(dispatcher.next()));
    dispatcher.ended(new PluginName("apt"));
    assertEquals("npm", name(dispatcher.next()));
  }

  @Test
  void nothingBeginsOnceItIsClosed() throws InterruptedException {
    Dispatcher dispatcher = dispatcher(null, Map.of(), plugin("apt"), plugin("npm"));
    dispatcher.next();

    assertEquals(List.of("npm"), dispatcher.close().stream().map(DispatcherTest::name).toList());
    assertNull(dispatcher.next());
  }

  /** Nobody begins until that one has ended, and then that other one does. */
  private static void assertBeginsAfter(Dispatcher dispatcher, String ending, String next)
      throws Exception {
    CompletableFuture<@Nullable PlannedPlugin> waiting = waiting(dispatcher);
    assertStillWaits(waiting);
    dispatcher.ended(new PluginName(ending));
    assertEquals(next, name(waiting.get(10, TimeUnit.SECONDS)));
  }

  private static CompletableFuture<@Nullable PlannedPlugin> waiting(Dispatcher dispatcher) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return dispatcher.next();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertStillWaits(CompletableFuture<?> waiting) throws InterruptedException {
    Thread.sleep(50);
    assertEquals(false, waiting.isDone());
  }

  private static String name(@Nullable PlannedPlugin plugin) {
    return plugin == null ? "nobody" : plugin.name().value();
  }

  private static Dispatcher dispatcher(
      @Nullable Long limit, Map<PluginName, Double> memory, PlannedPlugin... plugins) {
    return new Dispatcher(Arrays.asList(plugins), memory, limit);
  }

  private static PlannedPlugin plugin(String name) {
    return plugin(name, Set.of(), NOBODY, NOBODY);
  }

  private static PlannedPlugin plugin(
      String name, Set<String> mutexes, Set<PluginName> after, Set<PluginName> conflicts) {
    PluginPlan plan =
        ScriptedPlugin.planOf(
            Map.of(StepPhase.EXECUTE, mutexes),
            after,
            conflicts,
            ScriptedPlugin.step("update", "true"));
    ScriptedPlugin plugin = ScriptedPlugin.with(name, AnnouncedWork.ofCount(1)).planning(plan);
    return new PlannedPlugin(
        plugin, plan, PreflightReport.of(plugin.name(), AnnouncedWork.ofCount(1), Duration.ZERO));
  }
}
