package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.updateall.cli.Table.Column;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** What a table of priors knows, as a table and as JSON. */
final class PriorsReport {

  private PriorsReport() {}

  /** The plugins that any prior is about. */
  static NavigableSet<PluginName> plugins(PriorTable table) {
    NavigableSet<PluginName> plugins = new TreeSet<>();
    table.priors().keySet().stream()
        .map(PriorClass::plugin)
        .filter(Objects::nonNull)
        .forEach(plugins::add);
    return plugins;
  }

  static Table table(PriorTable priors, HostProfile here) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("MEASURE"),
            Column.left("KNOWN FROM"),
            Column.right("HOSTS"));
    for (PluginName plugin : plugins(priors)) {
      String name = plugin.value();
      for (Target target : Target.values()) {
        PriorClass kind = narrowest(priors, plugin, target, here);
        if (kind != null) {
          table.row(name, EstimateTable.measure(target), hosts(kind), Count.of(sources(priors, kind)));
          name = "";
        }
      }
    }
    return table;
  }

  private static @Nullable PriorClass narrowest(
      PriorTable priors, PluginName plugin, Target target, HostProfile here) {
    return PriorClass.of(plugin, target, here).stream()
        .filter(kind -> kind.plugin() != null && priors.priors().containsKey(kind))
        .findFirst()
        .orElse(null);
  }

  private static String hosts(PriorClass kind) {
    if (kind.operatingSystem() == null) {
      return "all hosts";
    }
    return kind.size() == null
        ? kind.operatingSystem()
        : "%s, %s".formatted(kind.operatingSystem(), kind.size().wireName());
  }

  private static int sources(PriorTable priors, PriorClass kind) {
    PooledPrior prior = priors.priors().get(kind);
    return prior == null ? 0 : prior.sources();
  }

  static Map<String, Object> document(PriorTable table) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("as_of", table.asOf().toString());
    document.put("priors", table.priors().size());
    document.put("plugins", plugins(table).stream().map(PluginName::value).toList());
    return document;
  }

  static Map<String, Object> document(PriorTable table, HostProfile here) {
    Map<String, Object> document = document(table);
    document.put("operating_system", here.operatingSystem());
    document.put("size", here.size().wireName());
    Map<String, Object> plugins = new TreeMap<>();
    for (PluginName plugin : plugins(table)) {
      Map<String, Object> known = new LinkedHashMap<>();
      for (Target target : Target.values()) {
        PriorClass kind = narrowest(table, plugin, target, here);
        if (kind != null) {
          known.put(
              target.wireName(),
              Map.of("hosts", hosts(kind), "sources", sources(table, kind)));
              Map.of(
                  "hosts",
                  hosts(kind),
                  "sources",
                  Objects.requireNonNull(table.priors().get(kind)).sources()));
        }
      }
      plugins.put(plugin.value(), known);
    }
    document.put("plugins", plugins);
    return document;
  }
}
