package org.updateall.application.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.Upcoming;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;
import org.updateall.domain.updating.ScriptedPlugin;

final class CheckForUpdatesTest {

  private static final HostScope ATLAS = HostScope.only("atlas");
  private static final PluginName APT = new PluginName("apt");
  private static final PluginName SNAP = new PluginName("snap");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final NaiveModelTrainer trainer = spy(new NaiveModelTrainer(Histories.CLOCK));
  private final InMemoryPreflightCache cache = new InMemoryPreflightCache();
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private final InMemoryRunHistory history =
      Histories.empty().with("atlas", "apt", 20).with("atlas", "snap", 20).history();

  @Test
  void saysWhatWaitsAndWhatItTakes() throws Exception {
    catalogue
        .add(ScriptedPlugin.with("snap", AnnouncedWork.NOTHING))
        .add(
            ScriptedPlugin.with(
                "apt",
                AnnouncedWork.ofCount(5).or(AnnouncedWork.ofBytes(700, DownloadPrecision.EXACT))));

    UpdateCheck check = check();

    assertEquals(
        List.of(Finding.UPDATES, Finding.UP_TO_DATE),
        check.reports().stream().map(PreflightReport::finding).toList());
    RunEstimate estimate = check.forecast().get();
    assertEquals(List.of(APT), estimate.plugins().stream().map(each -> each.plugin()).toList());
    assertTrue(estimate.total(Target.WALL_CLOCK).isDefined());
    assertTrue(check.hasUpdates());
    assertEquals(new AnnouncedTotal(5L, 700L, List.of(), List.of()), check.total());
    assertEquals(List.of(), check.failures());
  }

  @Test
  void whatIsAnnouncedIsKnownOfTheRun() throws Exception {
    AnnouncedWork work =
        AnnouncedWork.ofCount(5).or(AnnouncedWork.ofBytes(700, DownloadPrecision.EXACT));
    catalogue.add(ScriptedPlugin.with("apt", work));

    check();

    Instant hour = Histories.NOW.truncatedTo(ChronoUnit.HOURS);
    Covariates known =
        Covariates.of(Map.of(Covariates.PACKAGES, 5.0, Covariates.DOWNLOAD_BYTES, 700.0));
    verify(trainer, atLeastOnce()).predict(any(), eq(Upcoming.at(hour, known)));
  }

  @Test
  void keepsWhatWasSaid() throws Exception {
    catalogue.add(ScriptedPlugin.with("apt", AnnouncedWork.ofCount(5)));
    check();
    assertEquals(
        Map.of(APT, new CachedPreflight(Histories.NOW, AnnouncedWork.ofCount(5))), cache.recall());
  }

  @Test
  void nothingIsEstimatedWhereNothingWaits() throws Exception {
    catalogue.add(ScriptedPlugin.with("apt", AnnouncedWork.NOTHING));
    UpdateCheck check = check();
    assertTrue(check.forecast().isEmpty());
    assertFalse(check.hasUpdates());
    assertEquals(new AnnouncedTotal(null, null, List.of(), List.of()), check.total());
  }

  @Test
  void estimatesWhatCannotTellAndTellsOfFailures() throws Exception {
    catalogue
        .add(
            new ScriptedPlugin(
                SNAP, limit -> PreflightReport.untold(SNAP, "no such option", LIMIT)))
        .add(new ScriptedPlugin(APT, limit -> PreflightReport.failed(APT, "no network", LIMIT)));
    UpdateCheck check = check();
    assertEquals(
        List.of(SNAP),
        check.forecast().get().plugins().stream().map(each -> each.plugin()).toList());
    assertEquals(List.of(APT), check.failures().stream().map(PreflightReport::plugin).toList());
    assertFalse(check.hasUpdates());
    assertEquals(List.of(SNAP), check.total().withoutPackages());
    assertEquals(List.of(SNAP), check.total().withoutBytes());
  }

  @Test
  void asksThoseAlonThatAreNamed() throws Exception {
    ScriptedPlugin snap = ScriptedPlugin.with("snap", AnnouncedWork.ofCount(1));
    ScriptedPlugin apt = ScriptedPlugin.with("apt", AnnouncedWork.ofCount(1));
    catalogue.add(snap).add(apt).disable(new PluginName("npm")).refuse(new PluginName("bad"));
    UpdateCheck check = check("apt", "npm", "nonsense", "nonsense", "apt");
    assertEquals(1, apt.questions());
    assertEquals(0, snap.questions());
    assertEquals(List.of(new PluginName("nonsense")), check.unknown());
    assertEquals(List.of(new PluginName("npm")), check.disabled());
    assertEquals(1, check.refused().size());
  }

  @Test
  void asksAtTheSameTimeAndWithinTheLimit() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    AtomicReference<Duration> limit = new AtomicReference<>();
    for (String name : List.of("a", "b", "c")) {
      PluginName plugin = new PluginName(name);
      catalogue.add(
          new ScriptedPlugin(
              plugin,
              time -> {
                limit.set(time);
                try {
                  together.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                  throw new IllegalStateException("they were asked one after another", e);
                }
                return PreflightReport.of(plugin, AnnouncedWork.NOTHING, time);
              }));
    }
    assertEquals(3, check().reports().size());
    assertEquals(LIMIT, limit.get());
  }

  @Test
  void aPluginOfWhichNothingIsKnownIsShownAllTheSame() throws Exception {
    catalogue.add(ScriptedPlugin.with("brand new", AnnouncedWork.ofCount(1)));
    UpdateCheck check = check();
    assertEquals(1, check.reports().size());
    assertEquals(
        List.of(new PluginName("brand new")), Objects.requireNonNull(check.estimate()).unknown());
  }

  @Test
  void stopsAskingWhenInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    catalogue.add(
        new ScriptedPlugin(
            APT,
            limit -> {
              asked.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                stopped.countDown();
              }
              return PreflightReport.failed(APT, "stopped", limit);
            }));
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread checking =
        new Thread(
            () -> interrupted.set(assertThrows(InterruptedException.class, this::check) != null));
    checking.start();
    assertTrue(asked.await(20, TimeUnit.SECONDS));
    checking.interrupt();
    checking.join(20_000);
    assertTrue(interrupted.get());
    assertTrue(stopped.await(20, TimeUnit.SECONDS));
  }

  @Test
  void aDefectIsNotHidden() {
    IllegalArgumentException defect = new IllegalArgumentException("defect");
    catalogue.add(
        new ScriptedPlugin(
            APT,
            limit -> {
              throw defect;
            }));
    assertSame(defect, assertThrows(IllegalStateException.class, this::check).getCause());
  }

  @Test
  void refusesARequestThatCannotBe() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CheckRequest(List.of(), ATLAS, TrainingOptions.defaults(), 0.9, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CheckRequest(List.of(), ATLAS, TrainingOptions.defaults(), 1.5, LIMIT));
    assertNull(new UpdateCheck(List.of(), null, List.of(), List.of(), List.of()).estimate());
  }

  private UpdateCheck check(String... plugins) throws InterruptedException {
    EstimateResources estimates =
        new EstimateResources(
            history,
            trainer,
            new InMemoryModelStore(),
            new InMemoryPredictionLedger(),
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK);
    return new CheckForUpdates(catalogue, estimates, new AskPlugins(cache, Histories.CLOCK))
        .check(
            new CheckRequest(
                List.of(plugins).stream().map(PluginName::new).toList(),
                ATLAS,
                TrainingOptions.defaults(),
                0.9,
                LIMIT),
            Progress.none());
  }
}
