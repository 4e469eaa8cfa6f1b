package org.updateall.domain.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.PluginName;

/** What {@link PreflightCache} promises. */
public abstract class PreflightCacheContract {

  private static final Instant ASKED = Instant.parse("2026-03-04T05:06:07.123456Z");
  private static final Instant LATER = ASKED.plusSeconds(60);
  private static final PluginName APT = new PluginName("apt");
  private static final PluginName NPM = new PluginName("npm");

  /** A cache in which nothing is kept at first; the same store each time. */
  protected abstract PreflightCache cache();

  @Test
  void nothingIsKeptAtFirst() {
    assertEquals(Map.of(), cache().recall());
  }

  @Test
  void everyFigureComesBackWithoutTheNamesOfPackages() {
    AnnouncedWork work =
        new AnnouncedWork(
            3,
            List.of(new PackageUpdate("bash", "1", "2", 30L)),
            70_000_000_000L,
            DownloadPrecision.UPPER_BOUND,
            1.25);
    cache().keep(List.of(told(APT, work)), ASKED);

    AnnouncedWork kept =
        new AnnouncedWork(3, List.of(), 70_000_000_000L, DownloadPrecision.UPPER_BOUND, 1.25);
    assertEquals(Map.of(APT, new CachedPreflight(ASKED, kept)), cache().recall());
  }

  @Test
  void whatIsNotToldStaysAbsentAndNothingToDoStaysNothing() {
    cache().keep(List.of(told(APT, AnnouncedWork.UNTOLD), told(NPM, AnnouncedWork.NOTHING)), ASKED);

    assertEquals(
        Map.of(
            APT, new CachedPreflight(ASKED, AnnouncedWork.UNTOLD),
            NPM, new CachedPreflight(ASKED, AnnouncedWork.NOTHING)),
        cache().recall());
  }

  @Test
  void whatIsSaidLaterTakesThePlaceAndOthersStay() {
    cache().keep(List.of(told(APT, 3), told(NPM, 1)), ASKED);
    cache().keep(List.of(told(APT, 4)), LATER);

    assertEquals(
        Map.of(
            APT, new CachedPreflight(LATER, AnnouncedWork.ofCount(4)),
            NPM, new CachedPreflight(ASKED, AnnouncedWork.ofCount(1))),
        cache().recall());
  }

  @Test
  void whoeverCannotTellAnyMoreIsForgotten() {
    PluginName snap = new PluginName("snap");
    cache().keep(List.of(told(APT, 3), told(NPM, 1), told(snap, 2)), ASKED);
    cache()
        .keep(
            List.of(
                PreflightReport.failed(APT, "it is broken", Duration.ZERO),
                PreflightReport.untold(NPM, "it has no such option", Duration.ZERO),
                PreflightReport.notApplicable(snap, "there is no snap", Duration.ZERO)),
            LATER);

    assertEquals(Map.of(), cache().recall());
  }

  @Test
  void keepsAThousandPluginsWithNamesInAnyScript() {
    List<PreflightReport> reports =
        IntStream.range(0, 1000)
            .mapToObj(each -> told(new PluginName("парсер \"日本\" \\" + each), each + 1))
            .toList();
    cache().keep(reports, ASKED);

    Map<PluginName, CachedPreflight> kept = cache().recall();
    assertEquals(1000, kept.size());
    assertEquals(
        new CachedPreflight(ASKED, AnnouncedWork.ofCount(1000)),
        kept.get(new PluginName("парсер \"日本\" \\999")));
  }

  private static PreflightReport told(PluginName plugin, int packages) {
    return told(plugin, AnnouncedWork.ofCount(packages));
  }

  private static PreflightReport told(PluginName plugin, AnnouncedWork work) {
    return PreflightReport.of(plugin, work, Duration.ofSeconds(1));
  }
}
