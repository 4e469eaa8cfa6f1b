package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.domain.history.FileRefused;

/** The declarations that come with the program, as mappings that a user's can be laid over. */
final class ShippedDeclarations {

  static final List<String> NAMES =
      List.of(
          "apt", "brew", "cargo", "dnf", "flatpak", "gem", "npm", "pacman", "pipx", "rustup",
          "snap", "zypper");

  private ShippedDeclarations() {}

  /**
   * All of them, by name.
   *
   * @param defects is told what is wrong with them
   */
  static Map<String, YamlMap> read(List<FileRefused> defects) {
    Map<String, YamlMap> declarations = new TreeMap<>();
    for (String name : NAMES) {
      String resource = "shipped/" + name + ".yaml";
      new YamlFile(Path.of(resource))
          .parse(text(resource), defects)
          .peek(map -> declarations.put(name, map))
          .peekLeft(defects::add);
    }
    return declarations;
  }

  private static String text(String resource) {
    try (InputStream input =
        requireNonNull(ShippedDeclarations.class.getResourceAsStream(resource), resource)) {
      return new String(input.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
