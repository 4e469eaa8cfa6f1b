package org.updateall.adapters.system.importing;

import java.util.List;
import java.util.Set;

/**
 * How somebody asks a package manager in a shell to update everything that it looks after.
 *
 * @param plugin the plugin that does the same
 * @param programs what the program is called
 * @param updates the words that ask for it, without options
 * @param alongside words that ask for nothing but what belongs to an update: to look what there is,
 *     or to clear away
 * @param options of these one is needed; none is where there are none
 * @param denied an option that makes it something else
 */
record ShellUpdate(
    String plugin,
    Set<String> programs,
    Set<String> updates,
    Set<String> alongside,
    Set<String> options,
    Set<String> denied) {

  /** What a simple command does. */
  enum Effect {
    UPDATE,
    ALONGSIDE,
    OTHER
  }

  /** With these a program of any of them installs nothing. */
  private static final Set<String> REHEARSALS =
      Set.of(
          "-s",
          "--simulate",
          "--just-print",
          "--recon",
          "--no-act",
          "--dry-run",
          "-d",
          "--download-only",
          "--downloadonly",
          "-w",
          "--assumeno",
          "--print-uris",
          "--print",
          "-p",
          "-h",
          "--help",
          "--list",
          "--version",
          "--no-deploy");

  /** Those that can be told apart. */
  static final List<ShellUpdate> ALL =
      List.of(
          asking("apt", Set.of("apt", "apt-get"), "upgrade", "full-upgrade", "dist-upgrade")
              .with("update", "autoremove", "autoclean", "clean"),
          asking("dnf", Set.of("dnf", "dnf5", "yum"), "upgrade", "update", "distro-sync")
              .with("check-update", "makecache", "autoremove", "clean all"),
          asking("pacman", Set.of("pacman"), "")
              .needing("-Su", "-Syu", "-Suy", "-Syyu", "-Syuu", "-Syyuu", "-Syuq"),
          asking("zypper", Set.of("zypper"), "up", "update", "dup", "dist-upgrade")
              .with("ref", "refresh"),
          asking("snap", Set.of("snap"), "refresh"),
          asking("flatpak", Set.of("flatpak"), "update", "upgrade"),
          asking("brew", Set.of("brew"), "upgrade").with("update", "cleanup").without("-n"),
          asking("npm", Set.of("npm"), "update", "up", "upgrade")
              .needing("-g", "--global", "--location=global"),
          asking("cargo", Set.of("cargo"), "install-update").needing("-a", "--all"),
          asking("rustup", Set.of("rustup"), "update", "upgrade", "update stable"),
          asking("gem", Set.of("gem"), "update").without("--system"),
          asking("pipx", Set.of("pipx"), "upgrade-all"));

  /** What the program does when it is called with these words. */
  Effect effect(List<String> arguments) {
    List<String> given = arguments.stream().filter(ShellUpdate::isOption).toList();
    if (given.stream().anyMatch(option -> REHEARSALS.contains(option) || denied.contains(option))) {
      return Effect.OTHER;
    }
    String words = String.join(" ", arguments.stream().filter(word -> !isOption(word)).toList());
    if (alongside.contains(words)) {
      return Effect.ALONGSIDE;
    }
    boolean asked = options.isEmpty() || given.stream().anyMatch(options::contains);
    return asked && updates.contains(words) ? Effect.UPDATE : Effect.OTHER;
  }

  private static boolean isOption(String word) {
    return word.startsWith("-");
  }

  private static ShellUpdate asking(String plugin, Set<String> programs, String... updates) {
    return new ShellUpdate(plugin, programs, Set.of(updates), Set.of(), Set.of(), Set.of());
  }

  private ShellUpdate with(String... words) {
    return new ShellUpdate(plugin, programs, updates, Set.of(words), options, denied);
  }

  private ShellUpdate needing(String... oneOf) {
    return new ShellUpdate(plugin, programs, updates, alongside, Set.of(oneOf), denied);
  }

  private ShellUpdate without(String... words) {
    return new ShellUpdate(plugin, programs, updates, alongside, options, Set.of(words));
  }
}
