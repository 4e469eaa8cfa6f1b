package org.updateall.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.ExplainedEstimates;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.CachedPreflight;

/** What plugins said of a run that is estimated, for people and for machines. */
final class PreflightNotes {

  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private PreflightNotes() {}

  /** Says below a table what the plugins in it said. */
  static void show(Session session, RunEstimate estimate, KnownPreflights known) {
    show(session, estimate.plugins().stream().map(ResourceEstimate::plugin), known);
  }

  /** Says below explanations what the plugins in them said. */
  static void show(Session session, ExplainedEstimates explained, KnownPreflights known) {
    Stream<PluginName> byModel =
        explained.explanations().stream().map(each -> each.prediction().key().plugin());
    Stream<PluginName> otherwise =
        explained.withoutModel().stream().map(each -> each.key().plugin());
    show(session, Stream.concat(byModel, otherwise).distinct().sorted(), known);
  }

  private static void show(Session session, Stream<PluginName> plugins, KnownPreflights known) {
    List<String> lines = new ArrayList<>();
    Instant now = session.settings().clock().instant();
    for (PluginName plugin : plugins.toList()) {
      known.of(plugin).forEach(told -> lines.add(line(plugin, told, now)));
    }
    if (!lines.isEmpty()) {
      session.print("");
      lines.forEach(session::print);
    }
  }

  private static String line(PluginName plugin, CachedPreflight told, Instant now) {
    return "%s: %s, as asked %s (--no-preflight leaves that out)"
        .formatted(plugin, work(told.work()), ago(Duration.between(told.asked(), now)));
  }

  private static String work(AnnouncedWork work) {
    if (work.isNothing()) {
      return "up to date; the figures are those of an update";
    }
    List<String> parts = new ArrayList<>();
    if (work.packageCount() != null) {
      parts.add(Count.of(work.packageCount(), "package") + " to update");
    }
    if (work.downloadBytes() != null) {
      parts.add(Quantity.bytes(work.downloadBytes()) + " to download");
    }
    return parts.isEmpty() ? "updates wait" : String.join(", ", parts);
  }

  /** In whole minutes, or hours. */
  private static String ago(Duration age) {
    if (age.compareTo(JUST_NOW) < 0) {
      return "just now";
    }
    return age.toHours() > 0 ? age.toHours() + " h ago" : age.toMinutes() + " min ago";
  }

  /** The document of an estimate in which each plugin has what it said, or null. */
  static Map<String, Object> document(RunEstimate estimate, KnownPreflights known) {
    Map<String, Object> document = EstimateDocument.of(estimate);
    List<Map<String, @Nullable Object>> plugins = new ArrayList<>();
    for (ResourceEstimate each : estimate.plugins()) {
      Map<String, @Nullable Object> plugin =
          new LinkedHashMap<>(EstimateDocument.of(estimate, each));
      plugin.put("preflight", known.of(each.plugin()).map(PreflightNotes::told).getOrNull());
      plugins.add(plugin);
    }
    document.put("plugins", plugins);
    return document;
  }

  private static Map<String, @Nullable Object> told(CachedPreflight preflight) {
    AnnouncedWork work = preflight.work();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("asked_at", preflight.asked().toString());
    document.put("packages", work.packageCount());
    document.put("download_bytes", work.downloadBytes());
    return document;
  }
}
