package org.updateall.application.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.InMemoryPreflightCache;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ScriptedPlugin;

/** What is known of a coming run, recalled or asked. */
final class KnownPreflightsTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName NPM = new PluginName("npm");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HostScope ATLAS = HostScope.only("atlas");
  private static final Instant HOUR_AGO = Histories.NOW.minusSeconds(3600);

  private final InMemoryPreflightCache cache = new InMemoryPreflightCache();
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private final InMemoryRunHistory history = new InMemoryRunHistory(Histories.CLOCK);

  @Test
  void whatWasSaidAnHourAgoIsKnownOfTheRun() {
    keep(
        APT,
        AnnouncedWork.ofCount(14).or(AnnouncedWork.ofBytes(70, DownloadPrecision.ROUNDED)),
        HOUR_AGO);

    KnownPreflights known = recall(request(ATLAS));

    assertEquals(HOUR_AGO, known.of(APT).get().asked());
    assertEquals(
        Map.of(
            APT, Covariates.of(Map.of(Covariates.PACKAGES, 14.0, Covariates.DOWNLOAD_BYTES, 70.0))),
        known.addTo(request(ATLAS)).known());
  }

  @Test
  void itCountsForADayAndNotFromTheFuture() {
    keep(APT, AnnouncedWork.ofCount(14), Histories.NOW.minus(CachedPreflight.LONGEST_USE));
    keep(
        NPM,
        AnnouncedWork.ofCount(1),
        Histories.NOW.minus(CachedPreflight.LONGEST_USE).minusNanos(1000));
    assertEquals(Set.of(APT), recall(request(ATLAS)).plugins().keySet());

    keep(NPM, AnnouncedWork.ofCount(1), Histories.NOW.plusSeconds(1));
    assertEquals(Set.of(APT), recall(request(ATLAS)).plugins().keySet());
  }

  @Test
  void itCountsNoMoreOnceThePluginHasBegunSince() {
    keep(APT, AnnouncedWork.ofCount(14), HOUR_AGO);
    keep(NPM, AnnouncedWork.ofCount(1), HOUR_AGO);
    record(1, "atlas", "apt", HOUR_AGO.minusSeconds(1));
    record(2, "vega", "apt", HOUR_AGO.plusSeconds(1));
    assertEquals(Set.of(APT, NPM), recall(request(ATLAS)).plugins().keySet());

    record(3, "atlas", "apt", HOUR_AGO);
    assertEquals(Set.of(NPM), recall(request(ATLAS)).plugins().keySet());
  }

  @Test
  void eachPluginIsJudgedByTheTimeAtWhichItWasAsked() {
    keep(NPM, AnnouncedWork.ofCount(1), HOUR_AGO.minusSeconds(3600));
    keep(APT, AnnouncedWork.ofCount(14), HOUR_AGO);
    record(1, "atlas", "apt", HOUR_AGO.minusSeconds(60));
    assertEquals(Set.of(APT, NPM), recall(request(ATLAS)).plugins().keySet());
  }

  @Test
  void otherMachinesAreNotMeant() throws Exception {
    keep(APT, AnnouncedWork.ofCount(14), HOUR_AGO);
    ScriptedPlugin npm = ScriptedPlugin.with("npm", AnnouncedWork.ofCount(1));
    catalogue.add(npm);
    for (HostScope host : List.of(HostScope.only("vega"), HostScope.everyHost())) {
      assertEquals(KnownPreflights.NONE, recall(request(host)));
      assertEquals(KnownPreflights.NONE, ask(request(host)));
    }
    assertEquals(Set.of(APT), cache.recall().keySet());
  }

  @Test
  void theRequestHasTheLastWord() throws Exception {
    catalogue.add(ScriptedPlugin.with("apt", AnnouncedWork.ofCount(14)));
    keep(APT, AnnouncedWork.ofCount(14), HOUR_AGO);
    Map<PluginName, Covariates> words = Map.of(APT, Covariates.of(Covariates.PACKAGES, 3));
    EstimateRequest request =
        new EstimateRequest(List.of(), ATLAS, TrainingOptions.defaults(), 0.9, words);

    assertEquals(KnownPreflights.NONE, recall(request));
    assertEquals(KnownPreflights.NONE, ask(request));
    assertEquals(words, recall(request).addTo(request).known());
  }

  @Test
  void pluginsThatAreNotMeantAreLeftOut() throws Exception {
    catalogue.add(ScriptedPlugin.with("apt", AnnouncedWork.ofCount(14)));
    keep(APT, AnnouncedWork.ofCount(14), HOUR_AGO);
    assertEquals(KnownPreflights.NONE, recall(request(ATLAS, NPM)));
    assertEquals(KnownPreflights.NONE, ask(request(ATLAS, NPM)));
  }

  @Test
  void thatAPluginIsUpToDateIsKnownAndChangesNoFigure() {
    keep(APT, AnnouncedWork.NOTHING, HOUR_AGO);
    KnownPreflights known = recall(request(ATLAS));
    assertTrue(known.of(APT).get().work().isNothing());
    assertEquals(request(ATLAS), known.addTo(request(ATLAS)));
  }

  @Test
  void askingTellsWhatIsSaidNowAndKeepsIt() throws Exception {
    PreflightReport failure = PreflightReport.failed(NPM, "it is broken", Duration.ZERO);
    keep(APT, AnnouncedWork.ofCount(14), HOUR_AGO);
    catalogue
        .add(ScriptedPlugin.with("apt", AnnouncedWork.ofCount(5)))
        .add(new ScriptedPlugin(NPM, limit -> failure));

    KnownPreflights known = ask(request(ATLAS));

    CachedPreflight apt = new CachedPreflight(Histories.NOW, AnnouncedWork.ofCount(5));
    assertEquals(new KnownPreflights(Map.of(APT, apt), List.of(failure)), known);
    assertEquals(Map.of(APT, apt), cache.recall());
  }

  private void keep(PluginName plugin, AnnouncedWork work, Instant asked) {
    cache.keep(List.of(PreflightReport.of(plugin, work, Duration.ZERO)), asked);
  }

  private void record(int number, String host, String plugin, Instant start) {
    history.record(
        Runs.run(number)
            .startingAt(start)
            .endingAt(start.plusSeconds(30))
            .on(host)
            .executing(Runs.execution(plugin, 20))
            .build());
  }

  private KnownPreflights recall(EstimateRequest request) {
    return new RecallPreflights(cache, history, Histories.CLOCK, "atlas").recall(request);
  }

  private KnownPreflights ask(EstimateRequest request) throws InterruptedException {
    return new AskPreflights(
            catalogue, new AskPlugins(cache, Histories.CLOCK), Histories.CLOCK, "atlas")
        .ask(request, LIMIT, Progress.none());
  }

  private static EstimateRequest request(HostScope host, PluginName... plugins) {
    return new EstimateRequest(List.of(plugins), host, TrainingOptions.defaults(), 0.9);
  }
}
