package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.KnownPlugins;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.UpdatePlugin;

final class FilePluginCatalogueTest {

  @TempDir private Path folder;

  @Test
  void knowsWhatIsShippedWithoutAnyFile() {
    KnownPlugins known = find();
    assertEquals(ShippedDeclarations.NAMES, names(known));
    assertTrue(known.plugins().stream().allMatch(each -> each.origin() == PluginOrigin.SHIPPED));
    assertEquals(List.of(), known.refused());
    assertEquals(List.of(), known.disabled());
  }

  @Test
  void readsADeclarationWhole() throws IOException {
    configure(
        """
        plugins:
          dotfiles:
            description: my own
            programs: [git, stow]
            needs-root: false
            timeout: 90s
            after: apt
            conflicts: [brew]
            mutexes: {check: ["disk"], execute: ["disk", "system:network"]}
            environment: {MODE: "a b"}
            pre-flight:
              command: [git, -C, "/home/u/dot files", log, --oneline, "HEAD..@{u}"]
              lines: '^(?<name>\\S+)'
            steps:
              - {name: pull, phase: DOWNLOAD, command: [git, pull, "$(rm -rf /)", "; x"], timeout: 5m}
              - {name: fetch, phase: check, command: [git, fetch]}
              - {phase: execute, command: stow, needs-root: true, exit-codes: [0, 3]}
        """);
    UpdatePlugin plugin = plugin("dotfiles");
    assertEquals(PluginOrigin.DECLARED, plugin.origin());
    List<PluginStep> steps = plugin.plan().steps();
    assertEquals(
        List.of("fetch", "pull", "execute"), steps.stream().map(PluginStep::name).toList());
    assertEquals(List.of("git", "pull", "$(rm -rf /)", "; x"), steps.get(1).command());
    assertEquals(Duration.ofMinutes(5), steps.get(1).timeout());
    assertEquals(Duration.ofSeconds(90), steps.get(2).timeout());
    assertEquals("a b", steps.get(0).environment().get("MODE"));
    assertEquals("C", steps.get(0).environment().get("LC_ALL"));
    assertEquals(Set.of(0, 3), steps.get(2).successCodes());
    assertTrue(steps.get(2).needsRoot());
    assertFalse(steps.get(0).needsRoot());
    assertEquals(Set.of("disk"), plugin.plan().mutexes(StepPhase.CHECK));
    assertEquals(Set.of(), plugin.plan().mutexes(StepPhase.DOWNLOAD));
    assertEquals(Set.of(new PluginName("apt")), plugin.plan().after());
    assertEquals(Set.of(new PluginName("brew")), plugin.plan().conflicts());
  }

  @Test
  void changesWhatIsShippedKeyByKey() throws IOException {
    configure(
        "plugins:\n  apt:\n    timeout: 3h\n    mutexes: [mine]\n  snap:\n    enabled: false\n");
    KnownPlugins known = find();
    UpdatePlugin apt = plugin("apt");
    assertEquals(PluginOrigin.SHIPPED, apt.origin());
    assertEquals(Set.of("mine"), apt.plan().allMutexes());
    assertEquals(Duration.ofHours(3), apt.plan().steps().get(0).timeout());
    assertEquals(3, apt.plan().steps().size());
    assertEquals(List.of(new PluginName("snap")), known.disabled());
    assertFalse(names(known).contains("snap"));
    assertEquals(List.of(), known.refused());
  }

  @Test
  void tellsOfEveryDefectWithItsPlaceAndARemedy() throws IOException {
    configure(
        """
        plugin-directory: /x
        plugins:
          one:
            steps:
              - {name: a, phase: exekute, command: [true]}
            timeuot: 5m
          two:
            timeout: soon
            needs-root: maybe
            pre-flight: {command: [x], lines: '(', format: npm-outdatet}
            steps: {phase: execute, command: [y]}
          apt:
            steps: []
        """);
    KnownPlugins known = find();
    List<String> messages = known.refused().stream().map(FileRefused::message).toList();
    String all = String.join("\n", messages);
    assertTrue(
        all.contains(
            "config.yaml, line 1, column 19, key plugin-directory: there is no such key. Did you mean plugins-directory?"),
        all);
    assertTrue(
        all.contains(
            "line 5, column 26, key plugins.one.steps[0].phase: exekute is no phase. Write check, download or execute"),
        all);
    assertTrue(
        all.contains(
            "line 6, column 14, key plugins.one.timeuot: there is no such key. Did you mean timeout?"),
        all);
    assertTrue(
        all.contains(
            "key plugins.two.timeout: soon is no time above zero. Write it as 90s, 5m or 2h"),
        all);
    assertTrue(all.contains("key plugins.two.needs-root: maybe is neither true nor false"), all);
    assertTrue(
        all.contains("key plugins.two.pre-flight[0].lines: it is no regular expression"), all);
    assertTrue(all.contains("there is no format npm-outdatet. Did you mean npm-outdated?"), all);
    assertTrue(all.contains("key plugins.apt: it has no step that can be run"), all);
    assertFalse(names(known).contains("one"));
    assertFalse(names(known).contains("two"));
    assertFalse(names(known).contains("apt"), "what was to be changed does not run unchanged");
    assertTrue(names(known).contains("npm"));
  }

  @Test
  void tellsOfPatternsThatTellNothing() throws IOException {
    configure(
        """
        plugins:
          one:
            pre-flight:
              - {command: [x], lines: 'no group'}
              - {command: [x], lines: '(?<nome>x)'}
              - {command: [x], lines: '(?<name>x)', format: pip-outdated, sizes-are: rough}
              - {command: [x], lines: '(?<name>x)', sizes-are: Upper-Bound, exit-codes: [0, one]}
              - {timeout: 5s}
              - nothing
            environment: {A: [b]}
            mutexes: {exekute: [x]}
            steps:
              - {phase: execute, command: [y], fetched: '^Fetched', progress: '(?<percentage>x)'}
              - {command: []}
        """);
    String all = String.join("\n", find().refused().stream().map(FileRefused::message).toList());
    for (String expected :
        List.of(
            "pre-flight[0].lines: it has no named group. The groups are (?<name>...)",
            "pre-flight[1].lines: there is no group nome",
            "pre-flight[2].lines: there is a format already. Keep format, or lines",
            "pre-flight[2].sizes-are: rough is no precision. Write exact, rounded or upper-bound",
            "pre-flight[3].exit-codes: one is no whole number",
            "pre-flight[4].command: there is no command",
            "pre-flight[5]: a mapping of keys to values is expected there",
            "environment.A: a text is expected there",
            "mutexes.exekute: there is no such key. Did you mean execute?",
            "steps[0].fetched: it has no group (?<size>...)",
            "steps[0].progress: it has no group (?<percent>...)",
            "steps[1]: there is no phase. Write phase: check, download or execute",
            "steps[1].command: there is no command")) {
      assertTrue(all.contains(expected), () -> expected + " is not in\n" + all);
    }
  }

  @Test
  void refusesFilesThatAreNoConfiguration() throws IOException {
    assertRefused("plugins:\n\tapt: 1\n", "line 2, column 1", "it is not YAML");
    assertRefused("- a\n- b\n", "line 1, column 1", "it is no mapping");
    assertRefused("a: 1\n---\nb: 2\n", "line 3", "a second document");
    assertRefused("[".repeat(100_000), "", "nested beyond reason");
    assertRefused("plugins: {x: &a [1], y: [" + "*a,".repeat(60) + "*a]}", "", "aliases");
    assertRefused("a: \u0001\n", "", "it is not YAML");
    assertRefused("# " + "x".repeat(YamlFile.MAX_BYTES), "", "it has more than");
    assertRefused("? [1]\n: 2\n", "", "it is not YAML");
    Files.write(folder.resolve("config.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    assertTrue(find().refused().get(0).reason().contains("not UTF-8"));
  }

  @Test
  void tagsMakeNoObjects() throws IOException {
    configure("plugins: !!javax.script.ScriptEngineManager {apt: {enabled: !!bool false}}\n");
    assertEquals(List.of(new PluginName("apt")), find().disabled());
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    for (String text : List.of("", "# nothing\n", "---\n", "plugins:\n", "plugins: {}\n")) {
      configure(text);
      assertEquals(List.of(), find().refused(), text);
      assertEquals(ShippedDeclarations.NAMES, names(find()), text);
    }
  }

  @Test
  void refusesAKeyThatStandsThereTwice() throws IOException {
    configure("plugins:\n  apt: {enabled: true}\n  apt: {enabled: false}\n");
    assertTrue(
        find().refused().get(0).message().contains("key plugins.apt: the key stands there twice"));
  }

  @Test
  void findsExecutablesInItsFolder() throws IOException {
    Files.createDirectories(folder.resolve("plugins"));
    executable("my tool", "rwxr-xr-x");
    executable(".hidden", "rwxr-xr-x");
    executable("open", "rwxr-xrwx");
    executable("apt", "rwxr-xr-x");
    executable("forgotten", "rw-r--r--");
    executable("off", "rwxr-xr-x");
    Files.writeString(folder.resolve("plugins/README"), "no plugin");
    Files.createDirectory(folder.resolve("plugins/folder"));
    configure("plugins:\n  off: {enabled: false}\n  my tool: {enabled: true}\n");

    KnownPlugins known = find();

    assertEquals(
        List.of("my tool"),
        known.plugins().stream()
            .filter(each -> each.origin() == PluginOrigin.PROTOCOL)
            .map(each -> each.name().value())
            .toList());
    assertEquals(List.of(new PluginName("off")), known.disabled());
    String refused = String.join("\n", known.refused().stream().map(FileRefused::message).toList());
    assertEquals(3, known.refused().size(), refused);
    assertTrue(
        refused.contains("open: everybody may write to it. Take that right away: chmod o-w"));
    assertTrue(
        refused.contains("forgotten: it is a script, but not executable. Make it so: chmod +x"));
    assertTrue(refused.contains("apt: there is a declared plugin apt. Give the file another name"));
  }

  @Test
  void looksInTheFolderThatTheConfigurationNames() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.createDirectories(folder.resolve("plugins"));
    executable("here", "rwxr-xr-x");
    Files.move(folder.resolve("plugins/here"), other.resolve("there"));
    configure("plugins-directory: " + other + "\n");
    assertTrue(names(find()).contains("there"));
    configure("plugins-directory: other\n");
    assertTrue(
        find()
            .refused()
            .get(0)
            .message()
            .contains("key plugins-directory: it is no absolute path"));
  }

  @Test
  void aFolderThatEverybodyMayWriteToHasNoPlugins() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    executable("mine", "rwxr-xr-x");
    Files.setPosixFilePermissions(plugins, PosixFilePermissions.fromString("rwxrwxrwx"));
    KnownPlugins known = find();
    assertFalse(names(known).contains("mine"));
    assertTrue(known.refused().get(0).message().contains("everybody may write to it"));
  }

  private void assertRefused(String text, String place, String reason) throws IOException {
    configure(text);
    FileRefused refused = find().refused().get(0);
    assertTrue(refused.place().startsWith(place), refused::message);
    assertTrue(refused.reason().contains(reason), refused::message);
    assertEquals(ShippedDeclarations.NAMES, names(find()));
  }

  private void executable(String name, String permissions) throws IOException {
    Path file = folder.resolve("plugins").resolve(name);
    Files.writeString(file, "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private void configure(String text) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), text);
  }

  private KnownPlugins find() {
    return new FilePluginCatalogue(
            new PluginSettings(
                folder.resolve("config.yaml"),
                folder.resolve("plugins"),
                "/bin",
                folder.resolve("preflights.json")),
            new ScriptedAsking(),
            () -> 0)
        .find();
  }

  private UpdatePlugin plugin(String name) {
    KnownPlugins known = find();
    assertEquals(List.of(), known.refused());
    return known.find(new PluginName(name)).get();
  }

  private static List<String> names(KnownPlugins known) {
    return known.plugins().stream().map(each -> each.name().value()).toList();
  }
}
