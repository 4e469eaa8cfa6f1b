package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;

/**
 * A package manager as it is called on a command line.
 *
 * <p>Options are taken from a list for each: any other may mean that only some packages are
 * updated, that they are downloaded alone, or that it is a rehearsal. A further word is a package,
 * so that not everything is updated.
 *
 * @param plugin the plugin whose work it does
 * @param names the names of the program
 * @param updates what makes it update everything
 * @param besides what it may do before and after that
 * @param options the options that change nothing of what is updated
 * @param needed options of which one must be there, or not everything is updated; empty if none
 *     must
 */
record UpdateTool(
    PluginName plugin,
    Set<String> names,
    Set<String> updates,
    Set<String> besides,
    Set<String> options,
    Set<String> needed) {

  private static final List<UpdateTool> ALL =
      List.of(
          tool(
              "apt",
              "apt apt-get aptitude",
              "upgrade dist-upgrade full-upgrade safe-upgrade",
              "update autoremove autoclean clean",
              "-y --yes --assume-yes -q -qq -V --verbose-versions -u --autoremove --auto-remove"
                  + " --purge --with-new-pkgs -f --fix-broken -m --no-install-recommends"),
          tool(
              "dnf",
              "dnf dnf5 yum",
              "upgrade update up distro-sync",
              "makecache autoremove clean",
              "-y --assumeyes -q --quiet -v --verbose --refresh -b --best --nobest --no-best"
                  + " --allowerasing --skip-broken"),
          tool(
              "zypper",
              "zypper",
              "update up dist-upgrade dup",
              "refresh ref clean",
              "-n --non-interactive -y --no-confirm -q --quiet -v --verbose -l"
                  + " --auto-agree-with-licenses --allow-vendor-change --no-allow-vendor-change"),
          tool(
              "pacman",
              "pacman",
              "-Syu -Syyu -Su -Suy -Suyy -Suu -Syuu -Syyuu",
              "-Sy -Syy -Sc",
              "--noconfirm --needed --noprogressbar --color=auto --color=always --color=never"),
          tool(
              "flatpak",
              "flatpak",
              "update upgrade",
              "",
              "-y --assumeyes --noninteractive --user --system -v --verbose"),
          tool("snap", "snap", "refresh", "", "--color=auto --color=always --color=never"),
          tool(
              "brew",
              "brew",
              "upgrade",
              "update cleanup autoremove",
              "-q --quiet -v --verbose -g --greedy"),
          tool("rustup", "rustup", "update up", "", "--no-self-update -q --quiet -v --verbose"),
          tool("cargo", "cargo", "install-update", "", "-a --all -q --quiet -g --git --locked")
              .needing("-a --all"),
          tool("gem", "gem", "update", "cleanup", "-N --no-document -q --quiet -V --verbose"),
          tool("pipx", "pipx", "upgrade-all", "", "--include-injected -q --quiet --verbose"),
          tool(
                  "npm",
                  "npm",
                  "update up upgrade",
                  "",
                  "-g --global --location=global --no-audit --no-fund --silent --quiet")
              .needing("-g --global --location=global"));

  /** The one that is called by that name. */
  static Option<UpdateTool> named(String program) {
    for (UpdateTool tool : ALL) {
      if (tool.names.contains(program)) {
        return Option.some(tool);
      }
    }
    return Option.none();
  }

  /** What all of them are called; every line that calls one holds one of these. */
  static List<String> programs() {
    return ALL.stream().flatMap(tool -> tool.names.stream()).sorted().toList();
  }

  /**
   * {@code SESSION} if a call with these words updates everything, {@code CHECK} if it does what
   * goes with that, such as fetching the lists; none for anything else.
   */
  Option<Extent> extent(List<String> words) {
    List<String> verbs = words.stream().filter(word -> !options.contains(word)).toList();
    if (isUpdate(verbs) && hasWhatItNeeds(words)) {
      return Option.some(Extent.SESSION);
    }
    boolean isBesides = verbs.size() == 1 && besides.contains(verbs.get(0));
    boolean cleansAll = verbs.equals(List.of("clean", "all")) && besides.contains("clean");
    return isBesides || cleansAll ? Option.some(Extent.CHECK) : Option.none();
  }

  private boolean isUpdate(List<String> verbs) {
    return verbs.size() == 1 && updates.contains(verbs.get(0));
  }

  private boolean hasWhatItNeeds(List<String> words) {
    return needed.isEmpty() || words.stream().anyMatch(needed::contains);
  }

  private UpdateTool needing(String oneOfThem) {
    return new UpdateTool(plugin, names, updates, besides, options, words(oneOfThem));
  }

  private static UpdateTool tool(
      String plugin, String names, String updates, String besides, String options) {
    return new UpdateTool(
        new PluginName(plugin),
        words(names),
        words(updates),
        words(besides),
        words(options),
        Set.of());
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
