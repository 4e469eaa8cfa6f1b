package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PluginOrigin;

/** What {@code config.yaml}, laid over what is shipped, says of plugins, and what else it says. */
final class Configuration {

  private final Path file;
  private final List<FileRefused> refused = new ArrayList<>();
  private final Map<PluginName, Declaration> declarations = new TreeMap<>();
  private final TreeSet<PluginName> named = new TreeSet<>();
  private final TreeSet<PluginName> declared = new TreeSet<>();
  private final TreeSet<PluginName> disabled = new TreeSet<>();
  private @Nullable Path directory;
  private @Nullable Path metricsFile;

  private Configuration(Path file) {
    this.file = file;
  }

  /** Reads the file; one that is not there says nothing. */
  static Configuration read(Path file) {
    Configuration configuration = new Configuration(file);
    configuration.read();
    return configuration;
  }

  List<Declaration> declarations() {
    return List.copyOf(declarations.values());
  }

  /** The plugins that are switched off, whatever their origin. */
  Set<PluginName> disabled() {
    return disabled;
  }

  /** Whether there is a declaration of that name, be it one that is refused. */
  boolean declares(PluginName plugin) {
    return declared.contains(plugin);
  }

  List<FileRefused> refused() {
    return refused;
  }

  /** Where executables are that speak the external plugin protocol, if it says so. */
  Option<Path> directory() {
    return Option.of(directory);
  }

  /** Where metrics are written after each run, if it says so. */
  Option<Path> metricsFile() {
    return Option.of(metricsFile);
  }

  private void read() {
    Map<String, YamlMap> shipped = ShippedDeclarations.read(refused);
    Option<YamlMap> root =
        Files.exists(file)
            ? new YamlFile(file).read(refused).peekLeft(refused::add).toOption()
            : Option.none();
    root.peek(map -> readOwn(map, shipped));
    shipped.forEach(
        (name, map) -> {
          PluginName plugin = new PluginName(name);
          if (!named.contains(plugin)) {
            declare(plugin, PluginOrigin.SHIPPED, map);
          }
        });
  }

  private void readOwn(YamlMap root, Map<String, YamlMap> shipped) {
    directory = absolute(root, "plugins-directory");
    metricsFile = absolute(root, "metrics");
    for (YamlMap plugins : root.map("plugins")) {
      for (String key : plugins.keys()) {
        PluginName plugin = name(plugins, key);
        if (plugin != null) {
          plugins.map(key).peek(own -> declareOwn(plugin, own, Option.of(shipped.get(key))));
          named.add(plugin);
        }
      }
    }
    root.finish();
  }

  /** A plugin that is only switched on or off may be an executable, and is not declared here. */
  private void declareOwn(PluginName plugin, YamlMap own, Option<YamlMap> shipped) {
    YamlMap map = shipped.map(own::over).getOrElse(own);
    if (!map.flag("enabled").getOrElse(true)) {
      disabled.add(plugin);
    } else if (shipped.isDefined() || !own.keys().equals(List.of("enabled"))) {
      declare(plugin, shipped.isDefined() ? PluginOrigin.SHIPPED : PluginOrigin.DECLARED, map);
    }
  }

  /** A plugin with any defect is none. */
  private void declare(PluginName plugin, PluginOrigin origin, YamlMap map) {
    int before = refused.size();
    Option<Declaration> declaration = DeclarationReader.read(plugin, origin, map);
    declared.add(plugin);
    if (refused.size() == before) {
      declaration.peek(read -> declarations.put(plugin, read));
    }
  }

  private static @Nullable PluginName name(YamlMap plugins, String key) {
    try {
      return new PluginName(key);
    } catch (IllegalArgumentException e) {
      plugins.refuse(key, String.valueOf(e.getMessage()), "Give it another name");
      return null;
    }
  }

  private static @Nullable Path absolute(YamlMap root, String key) {
    return root.text(key).flatMap(text -> absolute(root, key, text)).getOrNull();
  }

  private static Option<Path> absolute(YamlMap root, String key, String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return Option.some(path);
      }
      root.refuse(key, "it is no absolute path", "Begin it with a slash");
    } catch (InvalidPathException e) {
      root.refuse(key, "nothing can have that name", "Name another");
    }
    return Option.none();
  }
}
