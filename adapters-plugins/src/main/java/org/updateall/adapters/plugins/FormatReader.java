package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.updateall.domain.updating.DownloadPrecision;

/** Reads how a declaration says that output is to be read. */
final class FormatReader {

  private FormatReader() {}

  /** How to read what a pre-flight command prints; none where nothing is said of that. */
  static Option<OutputFormat> read(YamlMap map) {
    Option<OutputFormat> named = map.text("format").flatMap(name -> named(map, name));
    Option<Pattern> lines = Patterns.read(map, "lines").filter(pattern -> knows(map, pattern));
    Option<Pattern> nothing = Patterns.read(map, "nothing");
    DownloadPrecision precision =
        map.parsed(
                "sizes-are",
                FormatReader::precision,
                "no precision",
                "Write exact, rounded or upper-bound")
            .getOrElse(DownloadPrecision.ROUNDED);
    if (named.isDefined() && lines.isDefined()) {
      map.refuse("lines", "there is a format already", "Keep format, or lines");
    }
    return named.orElse(
        lines.map(pattern -> new LineFormat(pattern, precision, nothing.getOrNull())));
  }

  /** How to read what a step prints. */
  static OutputPatterns patterns(YamlMap map) {
    Option<Pattern> fetched = with(map, "fetched", "size");
    Option<Pattern> progress = with(map, "progress", "percent");
    return new OutputPatterns(
        Patterns.read(map, "updated-sum").getOrNull(),
        Patterns.read(map, "updated-line").getOrNull(),
        Patterns.read(map, "updated-none").getOrNull(),
        fetched.getOrNull(),
        progress.getOrNull());
  }

  private static Option<Pattern> with(YamlMap map, String key, String group) {
    return Patterns.read(map, key)
        .filter(
            pattern -> {
              boolean has = Patterns.groups(pattern).contains(group);
              if (!has) {
                map.refuse(
                    key,
                    "it has no group (?<%s>...)".formatted(group),
                    "Put one around what is meant");
              }
              return has;
            });
  }

  private static Option<OutputFormat> named(YamlMap map, String name) {
    Map<String, OutputFormat> formats = OutputFormats.byName();
    Option<OutputFormat> format = Option.of(formats.get(name));
    if (format.isEmpty()) {
      map.refuse(
          "format",
          "there is no format " + name,
          Words.nearest(name, formats.keySet())
              .map("Did you mean %s?"::formatted)
              .getOrElse(
                  "There are " + String.join(", ", formats.keySet().stream().sorted().toList())));
    }
    return format;
  }

  private static boolean knows(YamlMap map, Pattern pattern) {
    List<String> groups = Patterns.groups(pattern);
    boolean useful = groups.stream().anyMatch(LineFormat.GROUPS::contains);
    List<String> strange =
        groups.stream().filter(group -> !LineFormat.GROUPS.contains(group)).toList();
    if (!useful || !strange.isEmpty()) {
      map.refuse(
          "lines",
          strange.isEmpty() ? "it has no named group" : "there is no group " + strange.get(0),
          "The groups are (?<%s>...)".formatted(String.join(">...), (?<", LineFormat.GROUPS)));
    }
    return useful && strange.isEmpty();
  }

  private static Option<DownloadPrecision> precision(String text) {
    for (DownloadPrecision precision : DownloadPrecision.values()) {
      if (precision.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return Option.some(precision);
      }
    }
    return Option.none();
  }
}
