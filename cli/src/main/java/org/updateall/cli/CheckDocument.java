package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.AnnouncedTotal;
import org.updateall.application.updating.UpdateCheck;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.PackageUpdate;
import org.updateall.domain.updating.PreflightReport;

/** A check for updates for machines; scripts rely on its keys. */
final class CheckDocument {

  private static final double NANOS = 1e9;

  private final UpdateCheck check;
  private final double level;

  private CheckDocument(UpdateCheck check, double level) {
    this.check = check;
    this.level = level;
  }

  static Map<String, @Nullable Object> of(UpdateCheck check, double level) {
    return new CheckDocument(check, level).document();
  }

  private Map<String, @Nullable Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("level", level);
    document.put("host", check.forecast().map(each -> each.host().hostname()).getOrNull());
    document.put("updates_wait", check.hasUpdates());
    document.put("plugins", check.reports().stream().map(this::plugin).toList());
    document.put("total", total());
    document.put("unknown", names(check.unknown()));
    document.put("disabled", names(check.disabled()));
    document.put("refused", check.refused().stream().map(CheckDocument::refusal).toList());
    document.put("warnings", check.forecast().map(RunEstimate::warnings).getOrElse(List.of()));
    return document;
  }

  private Map<String, @Nullable Object> plugin(PreflightReport report) {
    AnnouncedWork work = report.work();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", report.plugin().value());
    document.put("state", report.finding().wireName());
    document.put("reason", report.reason().isEmpty() ? null : report.reason());
    document.put("packages_to_update", work.packageCount());
    document.put("packages", work.packages().stream().map(CheckDocument::update).toList());
    document.put("announced_download_bytes", work.downloadBytes());
    document.put(
        "announced_download_precision",
        work.precision() == null ? null : work.precision().wireName());
    document.put("announced_seconds", work.seconds());
    document.put("check_seconds", Json.seconds(report.duration().toNanos() / NANOS));
    document.put("estimate", estimate(report.plugin()));
    return document;
  }

  private @Nullable Object estimate(PluginName plugin) {
    return check
        .forecast()
        .map(
            forecast ->
                forecast.plugins().stream()
                    .filter(each -> each.plugin().equals(plugin))
                    .findFirst()
                    .map(each -> EstimateDocument.of(forecast, each))
                    .orElse(null))
        .getOrNull();
  }

  private static Map<String, @Nullable Object> update(PackageUpdate update) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("name", update.name());
    document.put("installed", update.installed());
    document.put("available", update.available());
    document.put("download_bytes", update.downloadBytes());
    return document;
  }

  private Map<String, @Nullable Object> total() {
    AnnouncedTotal total = check.total();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("packages_to_update", total.packages());
    document.put("announced_download_bytes", total.downloadBytes());
    document.put("without_packages", names(total.withoutPackages()));
    document.put("without_download", names(total.withoutBytes()));
    document.put("estimate", check.forecast().map(EstimateDocument::totals).getOrNull());
    return document;
  }

  private static Map<String, Object> refusal(FileRefused refused) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", refused.file().toString());
    document.put("place", refused.place());
    document.put("reason", refused.reason());
    document.put("remedy", refused.remedy());
    return document;
  }

  private static List<String> names(List<PluginName> plugins) {
    return plugins.stream().map(PluginName::value).toList();
  }
}
