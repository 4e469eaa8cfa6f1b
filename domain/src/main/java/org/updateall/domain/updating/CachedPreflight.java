package org.updateall.domain.updating;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;

/**
 * What a plugin said at some time of what it would do.
 *
 * @param asked when it was asked
 * @param work how much there was to do, without the names of packages; {@link
 *     AnnouncedWork#NOTHING} where it was up to date
 */
public record CachedPreflight(Instant asked, AnnouncedWork work) {

  /** What was said longer ago than this is not relied on: by then package lists have changed. */
  public static final Duration LONGEST_USE = Duration.ofHours(24);

  public CachedPreflight {
    requireNonNull(asked, "asked");
    work =
        new AnnouncedWork(
            work.packageCount(), List.of(), work.downloadBytes(), work.precision(), work.seconds());
  }

  /** What is worth keeping of a report: that updates wait, or that there are none. */
  public static Option<CachedPreflight> of(PreflightReport report, Instant asked) {
    return switch (report.finding()) {
      case UPDATES, UP_TO_DATE -> Option.some(new CachedPreflight(asked, report.work()));
      case NOT_APPLICABLE, UNTOLD, FAILED -> Option.none();
    };
  }

  /** What is kept once these plugins were asked, of what was kept before. */
  public static Map<PluginName, CachedPreflight> after(
      Map<PluginName, CachedPreflight> before, List<PreflightReport> reports, Instant asked) {
    Map<PluginName, CachedPreflight> kept = new HashMap<>(before);
    for (PreflightReport report : reports) {
      kept.remove(report.plugin());
      of(report, asked).forEach(preflight -> kept.put(report.plugin(), preflight));
    }
    return Map.copyOf(kept);
  }

  /** Whether it can be relied on at that time: asked before it, and not too long before. */
  public boolean isFresh(Instant now) {
    return !asked.isAfter(now) && !asked.isBefore(now.minus(LONGEST_USE));
  }
}
