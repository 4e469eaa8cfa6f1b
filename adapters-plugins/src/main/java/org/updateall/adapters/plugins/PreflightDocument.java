package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.DownloadPrecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What plugins said, as JSON. */
final class PreflightDocument {

  private static final String FORMAT = "update-all preflight";
  private static final int VERSION = 1;

  private PreflightDocument() {}

  static String write(Map<PluginName, CachedPreflight> kept) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("format", FORMAT).put("version", VERSION);
    ObjectNode plugins = document.putObject("plugins");
    new TreeMap<>(kept).forEach((name, each) -> write(plugins.putObject(name.value()), each));
    return document.toString();
  }

  private static void write(ObjectNode plugin, CachedPreflight kept) {
    AnnouncedWork work = kept.work();
    plugin.put("asked_at", kept.asked().toString());
    plugin.put("packages", work.packageCount());
    plugin.put("download_bytes", work.downloadBytes());
    DownloadPrecision precision = work.precision();
    plugin.put("download_precision", precision == null ? null : precision.wireName());
    plugin.put("seconds", work.seconds());
  }

  /** What a document says; none if it is damaged, or of another program or version. */
  static Option<Map<PluginName, CachedPreflight>> read(String text) {
    try {
      return JsonText.object(text).filter(PreflightDocument::isOurs).map(PreflightDocument::read);
    } catch (IllegalArgumentException | DateTimeException damaged) {
      return Option.none();
    }
  }

  private static boolean isOurs(JsonNode document) {
    return FORMAT.equals(JsonText.text(document, "format"))
        && Long.valueOf(VERSION).equals(JsonText.count(document, "version"));
  }

  private static Map<PluginName, CachedPreflight> read(JsonNode document) {
    Map<PluginName, CachedPreflight> kept = new HashMap<>();
    for (Map.Entry<String, JsonNode> plugin : document.path("plugins").properties()) {
      kept.put(new PluginName(plugin.getKey()), plugin(plugin.getValue()));
    }
    return Map.copyOf(kept);
  }

  private static CachedPreflight plugin(JsonNode plugin) {
    Long packages = JsonText.count(plugin, "packages");
    Long bytes = JsonText.count(plugin, "download_bytes");
    String asked = JsonText.text(plugin, "asked_at");
    return new CachedPreflight(
        Instant.parse(asked == null ? "" : asked),
        new AnnouncedWork(
            packages == null ? null : toInt(packages),
            List.of(),
            bytes,
            precision(JsonText.text(plugin, "download_precision")),
            JsonText.number(plugin, "seconds")));
  }

  private static int toInt(long packages) {
    if (packages > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("too many packages: " + packages);
    }
    return (int) packages;
  }

  private static @Nullable DownloadPrecision precision(@Nullable String name) {
    return name == null ? null : DownloadPrecision.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
